import './experimental';
import { getAuthSchemaSql, getStorageSchemaSql } from '@supabase/lite';

/**
 * The tables that auth and storage need, from the package that uses them. Taken as text because its
 * own `ensureSystemSchema()` swallows every error; ours end the start with the reason.
 */
export const systemSchemaSql = (): string => `${getAuthSchemaSql()};\n${getStorageSchemaSql()};`;
