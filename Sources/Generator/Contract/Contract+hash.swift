extension Contract {
    /// 64 hexadecimal digits that are the same for two specs exactly when they mean the same.
    ///
    /// It is taken over the contract's own description, which names every part of it in order and has no places, no
    /// dictionaries and nothing of the machine in it.
    package var hash: String {
        SHA256.hexadecimal(ContractText(self).text.utf8)
    }
}
