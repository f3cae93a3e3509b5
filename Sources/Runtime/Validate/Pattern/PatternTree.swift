/// A pattern, parsed.
indirect enum PatternTree {
    case empty
    case scalars(ScalarSet)
    case start
    case end
    case sequence([PatternTree])
    case choice([PatternTree])
    /// `maximum` is `nil` where there is none. `offset` is where the repetition stands in the source.
    case repetition(PatternTree, minimum: Int, maximum: Int?, offset: Int)
}
