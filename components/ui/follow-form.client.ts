/** Not with every key: somebody is still typing. */
const PAUSE_MS = 350;

/**
 * Calls `heard` once the fields of a form rest after a change, and also for what was typed before the
 * page came alive: on an old phone that is seconds. Gives back how to stop.
 */
export function followForm(form: HTMLFormElement, heard: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(heard, PAUSE_MS);
  };
  const hear = ({ target }: Event) => {
    if (counts(target)) wait();
  };
  form.addEventListener('input', hear);
  form.addEventListener('change', hear);
  if ([...form.elements].some((field) => counts(field) && isTouched(field))) wait();
  return () => {
    clearTimeout(timer);
    form.removeEventListener('input', hear);
    form.removeEventListener('change', hear);
  };
}

/** Words about what it is for change nothing that is counted. */
const counts = (field: EventTarget | null): boolean => !(field instanceof HTMLTextAreaElement);

/** Whether the field says something else than the page that the server sent. */
function isTouched(field: Element): boolean {
  if (field instanceof HTMLSelectElement) {
    return [...field.options].some((option) => option.selected !== option.defaultSelected);
  }
  if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false;
  return field.type === 'radio' || field.type === 'checkbox'
    ? field.checked !== field.defaultChecked
    : field.value !== field.defaultValue;
}
