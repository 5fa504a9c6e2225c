extension Pass {
    /// The styles the pass has, in the order they are written; Wallet refuses a pass with none.
    public var styles: [PassStyle] {
        json.members.compactMap { member in
            let style = PassStyle(rawValue: member.key)
            return style.isDocumented && member.value.objectValue != nil ? style : nil
        }
    }

    /// The style of the pass: the classic one where a poster style stands beside it, nil where there is none.
    public var style: PassStyle? {
        let styles = styles
        return styles.first { $0 != .posterGeneric } ?? styles.first
    }

    /// The fields of the pass's ``style``; a pass without any becomes a generic pass by setting them.
    public var fields: PassFields {
        get { style.flatMap { self[$0.rawValue] } ?? PassFields() }
        set { if newValue != fields { self[(style ?? .generic).rawValue] = newValue } }
    }

    /// The fields of one style; nil where the pass does not have it.
    ///
    /// Setting nil removes the style.
    public subscript(style: PassStyle) -> PassFields? {
        get { self[style.rawValue] }
        set { self[style.rawValue] = newValue }
    }

    /// The ways to draw the pass, best first; Wallet takes the first it can satisfy, else the style (iOS 18).
    ///
    /// List the classic scheme last, for devices that know no other. Poster generic passes do not use it.
    public var preferredStyleSchemes: [PassStyleScheme] {
        get { self[list: "preferredStyleSchemes"] }
        set { self[list: "preferredStyleSchemes"] = newValue }
    }
}
