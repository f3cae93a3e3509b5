/// What is the same in every client.
enum ClientText {
    /// All of it, in the order in which it stands in the file.
    /// - Parameter problems: the codes that the spec declares.
    static func all(_ problems: [String] = []) -> String {
        types + "\n" + errors(problems) + "\n" + transport
    }

    static let types = #"""
        /** How a client reaches the API. */
        export interface ClientOptions {
          /** Where the server is, without the path of the API: `https://users.example.com`. */
          readonly baseUrl: string;
          /** Gives the access token; it is asked before each request. `undefined` sends none. */
          readonly token?: (() => string | undefined | Promise<string | undefined>) | undefined;
          /** Called instead of the global `fetch`. */
          readonly fetch?: typeof globalThis.fetch | undefined;
        }

        /** What any request can be given. */
        export interface RequestOptions {
          /** Ends the request early; the promise is then rejected with the signal's reason. */
          readonly signal?: AbortSignal | undefined;
          /** Further header fields. */
          readonly headers?: Readonly<Record<string, string>> | undefined;
        }

        /** What a request that reads one record can be given. */
        export interface ReadOptions<T> extends RequestOptions {
          /** What was read before: it is the result, the same object, when it still holds (304). */
          readonly known?: Versioned<T> | undefined;
        }

        /** What a request that reads a whole record can be given. */
        export interface SelectOptions<T, Field extends string, Part extends string = never> extends ReadOptions<T> {
          /** Just these fields. */
          readonly fields?: readonly Field[] | undefined;
          /** What belongs to the record and comes with it. */
          readonly include?: readonly Part[] | undefined;
        }

        /** What a request that changes a record can be given. */
        export interface WriteOptions extends RequestOptions {
          /** The `etag` of the version that the change is made to. Any other version then gives 412. */
          readonly ifMatch?: string | undefined;
        }

        /** The same where the server refuses a change that names no version. */
        export interface MatchedWriteOptions extends WriteOptions {
          readonly ifMatch: string | undefined;
        }

        /** A value, and the entity tag of the version that it is. */
        export interface Versioned<T> {
          readonly value: T;
          /** For `ifMatch`; `undefined` when the server gave none. */
          readonly etag: string | undefined;
        }

        /** A record that was made. */
        export interface Created<T> extends Versioned<T> {
          /** Its path on the server. */
          readonly location: string | undefined;
        }

        /** What a list is asked for. */
        export interface ListQuery<Sort extends string, Field extends string> {
          /** Records a page. */
          readonly limit?: number | undefined;
          /** `next_cursor` or `prev_cursor` of a page of the same list in the same order. */
          readonly cursor?: string | undefined;
          readonly sort?: Sort | undefined;
          /** Just these fields. */
          readonly fields?: readonly Field[] | undefined;
        }

        /** One page of a list. */
        export interface Page<T> {
          readonly data: readonly T[];
          readonly page: {
            readonly next_cursor: string | null;
            readonly prev_cursor: string | null;
            readonly has_more: boolean;
            readonly limit: number;
          };
          /** When the server read it. */
          readonly as_of: Timestamp;
        }

        /** A UUID: `00000000-0000-4000-8000-000000000001`. */
        export type Uuid = string;
        /** A day: `2026-11-01`. */
        export type CalendarDate = string;
        /** A time of day: `08:30`, `08:30:00`. */
        export type TimeOfDay = string;
        /** An instant (RFC 3339): `2026-11-01T08:30:00Z`. */
        export type Timestamp = string;

        /**
         * A change of `T` by merge patch (RFC 7396): what is absent stays as it is, `null` clears where `T` can be null, a
         * value replaces; the same inside of objects. Lists are replaced whole.
         */
        export type MergePatch<T> = T extends readonly unknown[]
          ? T
          : T extends object
            ? { [K in keyof T]?: MergePatch<T[K]> }
            : T;

        /** A change of some keys of `T`: what is absent stays as it is, `null` is back to the default. */
        export type Changes<T> = { [K in keyof T]?: T[K] | null };

        """#
}
