/// What this server does beyond the spec's words, a side of the type a file. The spec names each; what is missing here is an
/// error of the compiler at the line of the spec. See docs/extending.md.
struct APIHooks: Sendable {}
