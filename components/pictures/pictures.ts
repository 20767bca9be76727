/** The drawn pictures in public/pictures/<name>.svg. A closed list: pictures.test.ts holds it against the files. */

// prettier-ignore
export const equipmentPictures = [
  'benches', 'table', 'chairs', 'tent', 'sleeping-tent', 'pavilion', 'beamer', 'screen', 'speaker', 'microphone',
  'cups', 'dishes', 'coffee-urn', 'grill', 'popcorn', 'bouncy-castle', 'game-mobile', 'wheel-of-fortune',
  'button-machine', 'button-badge', 'costumes', 'face-paint', 'bingo', 'mega-ball', 'slackline', 'camp-bed',
  'generator', 'cable-drum', 'drill', 'sewing-machine', 'ladder', 'lawn-mower', 'garden-tools', 'football-goal',
  'stage', 'light-set', 'laptop', 'camera', 'cool-box', 'first-aid', 'trolley',
] as const

// prettier-ignore
export const installationPictures = [
  'sports-field', 'garden', 'playground', 'courtyard', 'fire-pit', 'stage-open-air',
] as const

// prettier-ignore
export const roomPictures = [
  'hall', 'half-hall', 'meeting-room', 'kitchen', 'cafe', 'workshop', 'disco', 'barn', 'studio', 'club-room',
] as const

export const vehiclePictures = ['van', 'minibus', 'cargo-bike', 'trailer', 'bike'] as const;

// prettier-ignore
export const servicePictures = [
  'interpreter', 'sound-person', 'repair', 'bookkeeping', 'childcare', 'caretaker', 'mediation',
] as const

// prettier-ignore
export const kindPictures = [
  'kind-equipment', 'kind-installation', 'kind-room', 'kind-vehicle', 'kind-service',
] as const

/** Scenes for screens, not for things: empty lists, endings, the welcome. */
// prettier-ignore
export const scenePictures = [
  'empty-search', 'empty-bookings', 'empty-inbox', 'empty-organisation', 'offline', 'done', 'not-found', 'welcome',
] as const

export const pictureNames = [
  ...equipmentPictures,
  ...installationPictures,
  ...roomPictures,
  ...vehiclePictures,
  ...servicePictures,
  ...kindPictures,
  ...scenePictures,
] as const;

export type PictureName = (typeof pictureNames)[number];
export type PictureKind = 'equipment' | 'installation' | 'room' | 'vehicle' | 'service';

const known: ReadonlySet<string> = new Set(pictureNames);

export function isPictureName(name: string | null | undefined): name is PictureName {
  return name !== null && name !== undefined && known.has(name);
}

export function pictureForKind(kind: PictureKind): PictureName {
  return `kind-${kind}`;
}

/** The picture to show: the named one, else the kind's. */
export function pictureOr(name: string | null | undefined, kind: PictureKind): PictureName {
  return isPictureName(name) ? name : pictureForKind(kind);
}

/** What somebody may choose from when listing a thing of this kind; the kind's own picture comes first. */
export function picturesOfKind(kind: PictureKind): readonly PictureName[] {
  const own = {
    equipment: equipmentPictures,
    installation: installationPictures,
    room: roomPictures,
    vehicle: vehiclePictures,
    service: servicePictures,
  }[kind];
  return [pictureForKind(kind), ...own];
}

export const pictureSize = { width: 320, height: 240 } as const;

export function pictureUrl(name: PictureName): string {
  return `/pictures/${name}.svg`;
}

/**
 * Word stems per picture, German and English, in folded spelling (ae, oe, ue, ss). Written as regular
 * expressions; `\b` where a stem would otherwise hide inside another word (“Tor” in “Motor”).
 */
const stems: Readonly<Partial<Record<PictureName, string>>> = {
  benches:
    'bierzelt|festzelt-?garnitur|bierbank|bierbaenk|garnitur|baenke|\\bbank\\b|sitzbank|bench|beer table',
  table: 'tisch(?!tennis|kicker|fussball)|\\btables?\\b(?! tennis)',
  chairs: 'stuhl|stuehle|hocker|bestuhlung|\\bchairs?\\b|stool',
  'sleeping-tent':
    'schlafzelt|gruppenzelt|igluzelt|jurte|kothe|\\bzelte? .*person|zelt \\d|camping|schlafsack|sleeping|\\btents? for \\d',
  tent: 'partyzelt|festzelt|zelt|marquee|\\btents?\\b',
  pavilion: 'pavillon|faltzelt|marktstand|gazebo|pavilion|canopy',
  beamer: 'beamer|projektor|projector',
  screen: 'leinwand|projection screen|\\bscreen\\b',
  speaker:
    'lautsprecher|\\bpa\\b|pa-anlage|musikanlage|tonanlage|soundanlage|beschallung|aktivbox|musikbox|megafon|speaker|sound system',
  microphone: 'mikro(?!welle)|funkstrecke|headset|microphone|\\bmics?\\b',
  cups: 'becher|\\bglaeser|\\bcups?\\b|tumbler',
  dishes: 'geschirr|teller|besteck|tassen|dishes|plates|cutlery|crockery',
  'coffee-urn': 'kaffee|samowar|teekocher|heisswasser|gluehwein|coffee|\\burn\\b|samovar',
  grill: 'grill(?!platz)|barbecue|\\bbbq\\b|bratwurst|feuerschale',
  popcorn: 'popcorn|zuckerwatte|cotton candy',
  'bouncy-castle': 'huepfburg|huepfkissen|trampolin|bouncy',
  'game-mobile':
    'spielmobil|spielekiste|spielkiste|spielgeraete|spielesammlung|kistenklettern|play ?bus|game',
  'wheel-of-fortune': 'gluecksrad|wheel of fortune|prize wheel',
  'button-machine':
    'buttonmaschine|button-maschine|buttonpresse|badge ?maker|button (maker|machine|press)|badge machine',
  'button-badge': 'buttons?\\b|anstecker|\\bbadges?\\b',
  costumes: 'kostuem|verkleidung|trachten|fundus|costume|fancy dress',
  'face-paint': 'schmink|face ?paint',
  bingo: 'bingo|\\blos(trommel|box)|tombola|raffle',
  'mega-ball': 'mega-?ball|riesenball|\\bbaelle|erdball|giant ball',
  slackline: 'slackline|balancier',
  'camp-bed': 'feldbett|liege\\b|liegen\\b|isomatte|matratze|camp ?bed|mattress',
  generator: 'stromerzeuger|notstrom|aggregat|generator|powerstation|power station|powerbank',
  'cable-drum': 'kabel|verlaengerung|mehrfachsteck|stromverteiler|extension|cable',
  drill:
    'bohr|akkuschrauber|schrauber|werkzeug|saege|schleifer|\\bdrill|tool ?box|power tool|\\bsaw\\b',
  'sewing-machine': 'naehmaschine|overlock|sewing',
  ladder: '(?<!beg)leiter(?!wagen|in\\b)|geruest|ladder|scaffold',
  'lawn-mower': 'rasenmaeher|maeher|freischneider|lawn|mower|strimmer',
  'garden-tools':
    'gartengeraet|gartenwerkzeug|spaten|schaufel|harke|rechen\\b|giesskanne|heckenschere|haecksler|vertikutier|garden|spade|rake\\b',
  'football-goal': 'fussballtor|minitor|\\btore?\\b|handballtor|\\bgoals?\\b|fussball',
  stage: 'buehne|podest|podium|stage',
  'light-set': 'scheinwerfer|lichtanlage|lichttechnik|lichterkette|lampe|strahler|\\blicht|light',
  laptop: 'laptop|notebook|computer|tablet|\\bpc\\b',
  camera: 'kamera|fotoapparat|fotobox|camera',
  'cool-box': 'kuehl|gefrier|cool ?box|cooler|fridge',
  'first-aid': 'erste.hilfe|verband|sanitaets|defi\\b|defibrillator|\\baed\\b|first.aid',
  trolley:
    'sackkarre|bollerwagen|handwagen|transportwagen|rollwagen|leiterwagen|schubkarre|plattformwagen|trolley|hand truck|handcart',

  'sports-field':
    'sport(platz|feld|anlage)|bolzplatz|spielfeld|rasenplatz|kunstrasen|tennisplatz|laufbahn|pitch|sports? (field|ground)|court\\b',
  garden: 'garten|beet|streuobst|acker|wiese|garden|allotment|orchard|meadow',
  playground: 'spielplatz|klettergeruest|playground',
  courtyard:
    '(?<!bahn)(?<!fried)hof\\b|innenhof|schulhof|terrasse|marktplatz|vorplatz|courtyard|yard\\b|patio|square',
  'fire-pit': 'feuer|grillplatz|grillhuette|lagerplatz|zeltplatz|fire|campsite|barbecue area',
  'stage-open-air': 'freilicht|open.?air|buehne|amphitheater|muschel|stage|bandstand',

  'half-hall':
    'hallenhaelfte|saalhaelfte|hallenteil|saalteil|halb(e|er|es)? (halle|saal|turnhalle|sporthalle)|drittel|halle [ab]\\b|saal [ab]\\b|half',
  hall: 'saal|halle|buergerhaus|gemeindehaus|gemeindezentrum|aula|mehrzweck|\\bhall\\b|auditorium|gym\\b',
  'meeting-room':
    'gruppenraum|besprechung|seminar|sitzung|konferenz|schulung|tagung|buero|beratungsraum|klassenzimmer|meeting|conference|classroom|office',
  kitchen: 'kueche|kitchen|backhaus|backstube',
  cafe: 'cafe|bistro|theke|kneipe|gaststaette|\\bbar\\b|pub\\b',
  workshop: 'werkstatt|werkraum|atelier|toepferei|makerspace|fablab|workshop',
  disco: 'disco|disko|partykeller|partyraum|club\\b|party room',
  barn: 'scheune|stadl|tenne|stall\\b|barn\\b',
  studio:
    'proberaum|probenraum|studio|tanzraum|musikraum|bewegungsraum|gymnastikraum|rehears|dance|music room',
  'club-room':
    'vereins|clubraum|klubraum|jugendraum|treff|aufenthalt|stube|wohnzimmer|lounge|club ?room|common room',

  minibus: '\\d-?sitzer|kleinbus|\\bbus\\b|-bus\\b|minibus|vereinsbus|personentransport|seater',
  van: 'transporter|sprinter|lieferwagen|kastenwagen|pritsche|lkw|\\bvan\\b|truck',
  'cargo-bike': 'lastenrad|lastenfahrrad|lastenraeder|transportrad|cargo',
  trailer: 'anhaenger|trailer',
  bike: 'fahrrad|fahrraeder|rikscha|tandem|e-?bike|pedelec|bicycle|\\bbikes?\\b',

  interpreter: 'dolmetsch|uebersetz|sprachmittl|sprachbegleit|gebaerden|interpret|translat',
  'sound-person':
    'tontechnik|tonmeister|\\bton\\b|technik(er|betreuung)?|beschallung|lichttechnik|\\bdj\\b|sound|technician',
  repair: 'repar|repair|flick|wartung|fahrradhilfe|fixing|mending',
  bookkeeping:
    'buchhalt|buchfuehr|kasse|steuer|finanz|abrechnung|foerderantr|bookkeep|account|\\btax',
  childcare:
    'kinderbetreu|babysit|kinderbetreuung|ferienbetreu|aufsicht|childcare|child care|nanny',
  caretaker:
    'hausmeister|platzwart|hauswart|schluessel|aufbau|reinigung|putz|caretaker|janitor|cleaning|set-?up',
  mediation:
    'mediat|moderat|schlicht|konflikt|streit|supervision|beratung|facilitat|conflict|counsel',
};

type Matcher = { name: PictureName; pattern: RegExp };
let compiled: readonly Matcher[] | undefined;

// why: compiled on first use, so that a bundle which never guesses carries none of this.
function matchers(): readonly Matcher[] {
  compiled ??= Object.entries(stems).map(([name, pattern]) => ({
    name: name as PictureName,
    pattern: new RegExp(pattern),
  }));
  return compiled;
}

/** People list a bike as equipment and a generator as installation; a room or a service is never a thing. */
const neighbours: Readonly<Record<PictureKind, readonly PictureName[]>> = {
  equipment: [...vehiclePictures],
  installation: [...equipmentPictures],
  room: [],
  vehicle: ['trolley', 'game-mobile'],
  service: [],
};

function fold(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '');
}

function firstNamed(folded: string, among: readonly PictureName[]): PictureName | undefined {
  let best: { name: PictureName; at: number; length: number } | undefined;
  for (const { name, pattern } of matchers()) {
    if (!among.includes(name)) continue;
    const found = pattern.exec(folded);
    if (!found) continue;
    const length = found[0].length;
    if (!best || found.index < best.at || (found.index === best.at && length > best.length)) {
      best = { name, at: found.index, length };
    }
  }
  return best?.name;
}

/** The picture a title speaks of: the thing named first, in its own kind before a neighbouring one. */
export function guessPicture(title: string, kind: PictureKind): PictureName {
  const folded = fold(title.slice(0, 200));
  return (
    firstNamed(folded, picturesOfKind(kind)) ??
    firstNamed(folded, neighbours[kind]) ??
    pictureForKind(kind)
  );
}
