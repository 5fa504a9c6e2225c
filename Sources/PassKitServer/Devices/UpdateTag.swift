#if Server
    /// How the tag that devices are given with a list of changed passes is spelled.
    ///
    /// Tags count publications and new registrations and never come from a clock: no clock that is set back, no second in
    /// which two versions are published, and no version published while the device was not registered hides a change.
    /// The letter in front tells our tags from those that a device got from another server for the same passes: those
    /// count as none, so that the device is told of everything once.
    enum UpdateTag {
        /// The tag as a device gets it.
        static func spell(_ tag: Int64) -> String { "v\(tag)" }

        /// The tag that a device sends; nil for whatever we never gave.
        static func parse(_ text: String?) -> Int64? {
            guard let text, text.hasPrefix("v"), let tag = Int64(text.dropFirst()), tag >= 0, spell(tag) == text else {
                return nil
            }
            return tag
        }
    }
#endif
