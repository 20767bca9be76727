// Keys for web push, once for each installation: see docs/hosting.md.
import { makeVapidKeys } from '../supabase/local/secrets';

const { publicKey, privateKey } = makeVapidKeys();
console.log(`VAPID_PUBLIC_KEY=${publicKey}\nVAPID_PRIVATE_KEY=${privateKey}`);
