// What a front end does with the generated client, against a real server. Ends with 0 when all of it held; what did not
// is on the standard error. The lines with @ts-expect-error are tests too: the compiler refuses one that would pass.
import { ApiError, Client, type Profile, type ProfilePatch, type Versioned } from "./client.js";
import { expect, failure, setting } from "./expectations.js";

const baseUrl = setting("BASE_URL");
let asked = 0;
const api = new Client({
  baseUrl: `${baseUrl}/`,
  token: async () => {
    asked += 1;
    return setting("USER_TOKEN");
  },
});
const admin = new Client({ baseUrl, token: () => setting("ADMIN_TOKEN") });

async function reads(): Promise<Versioned<Profile>> {
  const me = await api.profile.readOwn();
  expect(me.value.display_name === "Ada Lovelace", "the own profile is read");
  expect(me.value.settings?.ui_preferences?.theme === "system", "it comes with its settings");
  expect(me.value.permissions?.includes("profile:read") === true, "it comes with what one may do");
  expect(asked === 1, "the token is asked for once a request");

  const id = me.value.user_id ?? "";
  const one = await api.profile.read(id);
  expect(one.etag !== undefined, "a record has an etag");
  expect((await api.profile.read(id, { known: one })) === one, "what is known still holds: the same object");
  const some = await api.profile.read(id, { fields: ["user_id", "bio"], include: ["settings"] });
  expect(some.value.display_name === undefined && some.value.bio !== undefined, "only these fields");
  expect(some.value.settings !== undefined, "and what was included");
  return one;
}

async function changes(before: Versioned<Profile>): Promise<void> {
  const id = before.value.user_id ?? "";
  const after = await api.profile.patch(id, { bio: "Counts." }, { ifMatch: before.etag });
  expect(after.value.bio === "Counts." && after.etag !== before.etag, "a change gives the new value and etag");
  expect(after.value.phone === before.value.phone, "what was absent has stayed");
  const stale = await failure(api.profile.patch(id, { bio: "Late." }, { ifMatch: before.etag }));
  expect(stale.status === 412 && stale.code === "stale_version", "the old etag is stale");
  expect((await api.profile.read(id, { known: before })).value.bio === "Counts.", "a stale read is read anew");

  const cleared = await api.profile.patchOwn({ bio: null }, { ifMatch: after.etag });
  expect(cleared.value.bio === null, "null clears");
  const put = await api.profile.updateOwn({ display_name: "Ada", email: before.value.email ?? "" });
  expect(put.value.display_name === "Ada" && put.value.phone === before.value.phone, "PUT keeps what is absent");
}

async function refusals(id: string): Promise<void> {
  const wrong: ProfilePatch = { display_name: "", email: "no address", phone: "12", avatar_url: "ftp://x" };
  const error = await failure(api.profile.patch(id, wrong));
  expect(error.status === 422 && error.code === "validation_failed", "a wrong body is refused");
  expect(error.issues.length === 4, "with all that is wrong");
  expect(error.issueAt("/display_name")?.code === "too_short", "at its place");
  expect(error.issueAt("/display_name")?.limit === 1, "with the bound");
  expect(error.issueAt("/email")?.code === "invalid_email", "for each value");
  expect((error.traceId ?? "") !== "" && error.message.length > 0, "with a trace and a title");

  const none = new Client({ baseUrl, token: () => undefined });
  expect((await failure(none.profile.readOwn())).status === 401, "no token, no answer");
  expect((await failure(api.profile.listPage())).code === "forbidden", "the list is for operators");
  expect((await failure(admin.profile.read("00000000-0000-4000-8000-00000000dead"))).code === "not_found", "404");

  const stop = new AbortController();
  stop.abort(new Error("no longer wanted"));
  const ended = await api.profile.readOwn({ signal: stop.signal }).catch((reason: unknown) => reason);
  expect(!(ended instanceof ApiError) && ended instanceof Error, "an aborted call ends with the reason");
}

async function lists(): Promise<void> {
  const first = await admin.profile.listPage({ limit: 3, sort: "display_name", fields: ["user_id", "display_name"] });
  expect(first.data.length === 3 && first.page.has_more, "a page of three, and there is more");
  const ids: (string | undefined)[] = [];
  let pages = 0;
  const counting = new Client({
    baseUrl,
    token: () => setting("ADMIN_TOKEN"),
    fetch: (...call) => {
      pages += 1;
      return fetch(...call);
    },
  });
  for await (const profile of counting.profile.list({ limit: 3, sort: "-created_at" })) ids.push(profile.user_id);
  expect(ids.length === 8 && new Set(ids).size === 8, "each of the eight is listed once");
  expect(pages === 3, "in three pages");
  for await (const _ of counting.profile.list({ limit: 3 })) break;
  expect(pages === 4, "a loop that ends early reads no further");
}

async function creates(): Promise<void> {
  const id = setting("NEW_ID");
  const made = await admin.profile.create({ user_id: id, display_name: "Grace", email: `${id}@example.com` });
  expect(made.value.user_id === id && made.etag !== undefined, "a profile is made");
  expect(made.location === `/api/users/${id}`, "and has a place");
  const twice = await failure(admin.profile.create({ user_id: id, display_name: "G", email: "g@example.com" }));
  expect(twice.status === 409, "but once");
}

async function settings(): Promise<void> {
  const section = await api.settings.readOwnSection("ui_preferences");
  expect(section.value.theme === "system" && section.value.language === "en", "a section is read with its defaults");
  const changed = await api.settings.patchOwnSection("ui_preferences", { theme: "dark" }, { ifMatch: section.etag });
  expect(changed.value.theme === "dark" && changed.value.language === "en", "one key of a section is changed");
  const quiet = { quiet_hours: { from: "22:00", to: "06:00" } };
  await api.settings.updateOwnSection("notification_preferences", quiet);
  const later = await api.settings.patchOwnSection("notification_preferences", { quiet_hours: { to: "07:00" } });
  expect(later.value.quiet_hours?.from.startsWith("22:00") === true, "a JSON value is changed in part");
  const back = await api.settings.patchOwn({ ui_preferences: { theme: null }, notification_preferences: null });
  expect(back.value.ui_preferences?.theme === "system", "null is back to the default");
  expect(back.value.notification_preferences?.quiet_hours === null, "for a whole section, too");
  await api.settings.patchOwn({ privacy_settings: { visibility: { bio: "nobody" } } });
}

/** Never called: what the compiler must refuse. */
export async function refused(): Promise<void> {
  // @ts-expect-error nobody sets it
  await api.profile.patchOwn({ status: "active" });
  // @ts-expect-error it has a value always
  await api.profile.patchOwn({ display_name: null });
  // @ts-expect-error absent is not undefined
  await api.profile.patchOwn({ bio: undefined });
  // @ts-expect-error a PUT needs it
  await api.profile.updateOwn({ display_name: "Ada" });
  // @ts-expect-error no such order
  await admin.profile.listPage({ sort: "email" });
  // @ts-expect-error no such value
  await api.settings.patchOwnSection("ui_preferences", { theme: "blue" });
  // @ts-expect-error a key of another section
  await api.settings.patchOwnSection("ui_preferences", { digest: "never" });
}

const before = await reads();
await changes(before);
await refusals(before.value.user_id ?? "");
await lists();
await creates();
await settings();
