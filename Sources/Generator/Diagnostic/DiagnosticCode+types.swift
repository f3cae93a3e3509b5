extension DiagnosticCode {
    /// 321–339: expressions, and what fields say about their values beyond one.
    var textOfTypes: (title: String, explanation: String) {
        switch self {
        case .expressionSyntax:
            (
                "an expression that cannot be read",
                "Expressions are made of fields, numbers, texts in quotes, durations such as `30d`, the signs\n`== != < <= > >= + - *`, the words `and or not in is null`, brackets, and the functions `len(…)`, `now()` and\n`today()`. A quote inside of a text is written twice. The place is that inside of the text."
            )
        case .expressionType:
            (
                "types that do not fit",
                "Both sides of a sign must be of types that it joins: numbers with numbers, texts with texts, dates with dates.\nA text in quotes stands for a date, a time, a UUID or a word of an enum where it meets one. Texts have no order.\nA date, or a date and time, can be moved by one duration, so that no value makes an expression fail."
            )
        case .erasure:
            (
                "what happens to a value when its owner is erased",
                "`anonymise` puts a value in its place that tells nothing, `delete` leaves it empty, which only an optional field\nmay be, and `keep` needs the law that asks for it (`basis`) and how long (`until`)."
            )
        case .formerName:
            (
                "a former name that another field has",
                "`was:` tells what a field was called before: its column stays, and the name is served beside the present one. Two\nfields cannot have had one name, and what is there or stands under `removed` has it."
            )
        default:
            (
                "a name that an expression does not know",
                "An expression can use the fields of its resource, as `age` or `record.age`, and what else the place gives it:\n`actor.id` for who asks, `input.NAME` for what an operation is given. The functions are `len`, `now` and `today`."
            )
        }
    }
}
