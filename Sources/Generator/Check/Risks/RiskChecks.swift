/// What a spec says well enough and its users would regret: values that leak, questions that no index answers, personal data
/// in the wrong place. Codes 400–449.
let riskChecks: [any Check] = [
    OwnersAloneCheck(), FilterIndexCheck(), PersonalKeyCheck(), ErasureMissingCheck(), EncryptedCheck(), GrantsCheck(),
    AudienceCheck(), PersonalLabelCheck(), BlindImportCheck(), ImportMatchCheck(),
]
