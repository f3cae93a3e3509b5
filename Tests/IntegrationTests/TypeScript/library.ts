// What a program does with the client that is generated from the library's spec, against a real server. As `scenario.ts`.
import { Client, type BookCreation } from "./client.js";
import { expect, failure, setting } from "./expectations.js";

const baseUrl = setting("BASE_URL");
const anyone = new Client({ baseUrl, token: () => undefined });
const reader = new Client({ baseUrl, token: () => setting("READER_TOKEN") });
const librarian = new Client({ baseUrl, token: () => setting("LIBRARIAN_TOKEN") });

async function books(author: string): Promise<string> {
  const body: BookCreation = {
    title: "Frankenstein",
    author,
    topics: ["gothic", "science"],
    chapters: [1, 2, 3],
    loan_time: "P14D",
    shelf: { room: "East", row: 3, note: "high up" },
    prices: { eur: 12.5 },
  };
  const made = await librarian.book.create(body);
  const id = made.value.id ?? "";
  expect(made.location === `/api/books/${id}`, "a book is made, and has a place");
  expect(made.value.prices?.["eur"] === 12.5 && made.value.shelf?.room === "East", "with values of many parts");
  expect((await anyone.book.read(id)).value.copies === undefined, "who has no token does not see the copies");
  expect((await reader.book.read(id)).value.copies === 1, "a reader does");

  const shelved = await librarian.book.patch(id, { shelf: { note: null }, prices: { usd: 14 } }, { ifMatch: made.etag });
  expect(shelved.value.shelf?.note === undefined && shelved.value.shelf?.row === 3, "a JSON value is changed in part");
  expect(shelved.value.prices?.["eur"] === 12.5 && shelved.value.prices?.["usd"] === 14, "a map by its keys");
  const stale = await failure(librarian.book.patch(id, { copies: 2 }, { ifMatch: made.etag }));
  expect(stale.status === 412 && stale.code === "stale_version", "the old version is changed no more");
  const broken = await failure(librarian.book.patch(id, { lent: 5 }, { ifMatch: shelved.etag }));
  expect(broken.issueAt("/lent")?.code === "check_failed", "a check of the spec is told at its field");
  const wrong = await failure(librarian.book.create({ title: "", author, topics: ["Not a slug"], chapters: [] }));
  expect(wrong.status === 422 && wrong.issues.length === 3, "all that is wrong is told");
  expect(wrong.issueAt("/topics/0")?.code === "invalid_slug", "each at its place");
  return id;
}

async function loans(book: string): Promise<void> {
  const loan = await librarian.loan.create({ book, borrower: setting("READER_ID"), due: "2026-12-01", remark: "late" });
  const id = loan.value.id ?? "";
  const own = await reader.loan.read(id);
  expect(own.value.due === "2026-12-01" && own.value.remark === undefined, "the borrower sees the loan, and no remark");
  expect((await reader.loan.patch(id, { wish: "Longer." })).value.wish === "Longer.", "and may wish");
  const refused = await failure(reader.loan.patch(id, { due: "2027-12-01" }));
  expect(refused.issueAt("/due")?.code === "not_writable", "and no more");
  expect((await failure(reader.loan.listPage())).code === "forbidden", "the list is for librarians");
}

async function lists(): Promise<void> {
  const names: (string | null | undefined)[] = [];
  for await (const author of anyone.author.list({ limit: 2, sort: "name", fields: ["name"] })) names.push(author.name);
  expect(names.length === 5 && names.join() === [...names].sort().join(), "five authors are listed in their order");
}

/** Never called: what the compiler must refuse. */
export async function refused(): Promise<void> {
  // @ts-expect-error a change must name its version
  await librarian.book.patch("id", { copies: 2 });
  // @ts-expect-error the book of a loan stays
  await librarian.loan.patch("id", { book: "other" });
  // @ts-expect-error no such order
  await anyone.author.listPage({ sort: "born" });
  // @ts-expect-error a shelf has a room
  await librarian.book.create({ title: "T", author: "A", shelf: { row: 1 } });
}

const authors = await Promise.all(
  ["Mary Shelley", "Ada", "Bram", "Cao Xueqin", "Zora"].map((name) => librarian.author.create({ name })),
);
const book = await books(authors[0]?.value.id ?? "");
await loans(book);
await lists();
await librarian.book.delete(book, { ifMatch: (await librarian.book.read(book)).etag });
expect((await failure(anyone.book.read(book))).code === "not_found", "what is deleted is gone");
