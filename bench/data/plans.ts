import type pg from 'pg';

type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
};

function* nodes(plan: Plan): Generator<Plan> {
  yield plan;
  for (const child of plan.Plans ?? []) yield* nodes(child);
}

/**
 * How the server really reads a table within a call, nested functions included: auto_explain sends
 * every plan as a notice. Answers e.g. `Index Only Scan allocations_asset_id_blocked_excl`.
 */
export async function accessPaths(
  admin: pg.Client,
  role: string,
  table: string,
  call: { text: string; values: unknown[] },
): Promise<string[]> {
  const found = new Set<string>();
  const listen = ({ message }: { message: string | undefined }) => {
    const start = message?.indexOf('{') ?? -1;
    if (!message?.startsWith('duration:') || start < 0) return;
    const { Plan: root } = JSON.parse(message.slice(start)) as { Plan: Plan };
    for (const node of nodes(root)) {
      const index = node['Index Name'];
      if (index?.startsWith(`${table}_`)) found.add(`${node['Node Type']} ${index}`);
      else if (node['Relation Name'] === table && node['Node Type'] === 'Seq Scan') {
        found.add(`Seq Scan ${table}`);
      }
    }
  };
  admin.on('notice', listen);
  try {
    await admin.query(`
      load 'auto_explain';
      set auto_explain.log_min_duration = 0;
      set auto_explain.log_nested_statements = on;
      set auto_explain.log_format = json;
      set log_min_messages = panic;
      set client_min_messages = log;
      set role ${role}`);
    await admin.query(call.text, call.values);
  } finally {
    admin.removeListener('notice', listen);
    await admin.query('reset all; reset role');
  }
  return [...found].sort();
}
