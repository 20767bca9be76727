// `@supabase/lite` reads this once, while it is being imported; so this file is imported before it.
process.env.EXPERIMENTAL_STORAGE = '1';
