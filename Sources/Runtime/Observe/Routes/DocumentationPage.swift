/// Our own parts of `/docs`.
enum DocumentationPage {
    /// The page that Swagger UI fills; without scripts it leads to the plain one.
    static let swaggerUI: StaticString = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>API</title>
        <link rel="stylesheet" href="/docs/swagger-ui.css">
        <link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
        </head>
        <body>
        <main id="swagger-ui"><p><a href="/docs/reference">The reference, as a plain page</a></p></main>
        <script src="/docs/swagger-ui-bundle.js"></script>
        <script src="/docs/start.js"></script>
        </body>
        </html>
        """

    /// Starts Swagger UI. It asks nobody but this server, and keeps no token.
    static let start: StaticString = """
        SwaggerUIBundle({
          url: "/openapi.json",
          dom_id: "#swagger-ui",
          deepLinking: true,
          docExpansion: "list",
          persistAuthorization: false,
          presets: [SwaggerUIBundle.presets.apis],
          validatorUrl: null,
        });

        """

    /// Of the plain page: readable in the dark, on a telephone, and on paper.
    static let style: StaticString = """
        :root { color-scheme: light dark; }
        body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem; }
        code { font-family: ui-monospace, monospace; font-size: 0.9em; }
        h3 code { overflow-wrap: anywhere; }
        table { border-collapse: collapse; display: block; margin: 0.5rem 0 1rem; overflow-x: auto; }
        th, td { border-bottom: 1px solid #8888; padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
        nav ul { columns: 24rem; list-style: none; padding: 0; }
        section { border-top: 1px solid #8888; padding: 0.5rem 0; }
        h3, p { overflow-wrap: anywhere; }
        td { min-width: 6rem; }
        h3:target { outline: 2px solid; outline-offset: 4px; }
        @media print {
          nav { display: none; }
          body { font-size: 10pt; max-width: none; }
          section { break-inside: avoid-page; }
          table { display: table; }
        }

        """
}
