extension ClientText {
    static let transport = #"""
        type Method = "GET" | "PUT" | "PATCH" | "POST" | "DELETE";
        type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

        /** The one place that calls `fetch`. */
        class Transport {
          private readonly options: ClientOptions;

          constructor(options: ClientOptions) {
            this.options = options;
          }

          async read<T>(path: string, options: SelectOptions<T, string, string>): Promise<Versioned<T>> {
            const { known, fields, include } = options;
            const condition = known?.etag === undefined ? {} : { "If-None-Match": known.etag };
            const response = await this.send("GET", path + search({ fields, include }), condition, undefined, options);
            if (response.status === 304 && known !== undefined) return known;
            return versioned<T>(response);
          }

          async page<T>(path: string, query: ListQuery<string, string>, options: RequestOptions): Promise<Page<T>> {
            const response = await this.send("GET", path + search({ ...query }), {}, undefined, options);
            return (await response.json()) as Page<T>;
          }

          /** All records from a page on, read page by page as they are asked for. */
          async *pages<T>(
            path: string,
            query: ListQuery<string, string>,
            options: RequestOptions,
          ): AsyncGenerator<T, void, undefined> {
            let next: string | null | undefined = undefined;
            do {
              const page: Page<T> = await this.page<T>(
                path,
                next === undefined ? query : { ...query, cursor: next },
                options,
              );
              yield* page.data;
              next = page.page.has_more ? page.page.next_cursor : null;
            } while (next !== null);
          }

          async write<T>(method: Method, path: string, body: unknown, options: WriteOptions): Promise<Versioned<T>> {
            return versioned<T>(await this.send(method, path, condition(options), body, options));
          }

          async create<T>(path: string, body: unknown, options: RequestOptions): Promise<Created<T>> {
            const response = await this.send("POST", path, {}, body, options);
            return { ...(await versioned<T>(response)), location: response.headers.get("Location") ?? undefined };
          }

          /** An operation that answers what is no record: a value, or nothing. */
          async call<T>(method: Method, path: string, body: unknown, options: RequestOptions): Promise<T> {
            const response = await this.send(method, path, {}, body, options);
            return (response.status === 204 ? undefined : await response.json()) as T;
          }

          async remove(path: string, options: WriteOptions): Promise<void> {
            await this.send("DELETE", path, condition(options), undefined, options);
          }

          private async send(
            method: Method,
            path: string,
            fields: Readonly<Record<string, string>>,
            body: unknown,
            options: RequestOptions,
          ): Promise<Response> {
            const headers: Record<string, string> = {
              Accept: "application/json",
              "API-Version": apiVersion,
              ...fields,
              ...options.headers,
            };
            const token = await this.options.token?.();
            if (token !== undefined) headers["Authorization"] = `Bearer ${token}`;
            if (body !== undefined) {
              headers["Content-Type"] = method === "PATCH" ? "application/merge-patch+json" : "application/json";
            }
            const call = this.options.fetch ?? globalThis.fetch;
            const response = await call(this.options.baseUrl.replace(/\/+$/, "") + path, {
              method,
              headers,
              body: body === undefined ? null : JSON.stringify(body),
              signal: options.signal ?? null,
            });
            // 304 is no failure: it is only ever the answer to a condition of our own.
            if (!response.ok && response.status !== 304) throw await ApiError.from(response);
            return response;
          }
        }

        function condition(options: WriteOptions): Readonly<Record<string, string>> {
          return options.ifMatch === undefined ? {} : { "If-Match": options.ifMatch };
        }

        async function versioned<T>(response: Response): Promise<Versioned<T>> {
          return { value: (await response.json()) as T, etag: response.headers.get("ETag") ?? undefined };
        }

        function search(query: Query): string {
          const parameters = new URLSearchParams();
          for (const [name, value] of Object.entries(query)) {
            if (value !== undefined) parameters.set(name, typeof value === "object" ? value.join(",") : String(value));
          }
          const text = parameters.toString();
          return text === "" ? "" : `?${text}`;
        }

        """#
}
