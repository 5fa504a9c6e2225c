"""The guards that are taken out, one after the other.

A row: the rule, the file below Sources, the exact source text, and its replacement, in which «name» is true while that
mutant is on. A name may stand in several rows: where a rule is checked in two places, both are taken out. Every text
must stand exactly once in its file; when the code changes, the script says which row to mend.
"""

ARCHIVE = "ArchiveHostileTests|PassArchiveTests|PassBundleTests"
VERIFIER = "Envelope|IdentityReportTests|RemoteKeyTests|SignedPassLintTests|CertificatePolicyTests|ReplacementTests|InProcessUpdateTests|SigningIdentityTests|CMSManifestSignerTests|ManifestCheckTests|PackageRoundTripTests"
MULTIPART = "Multipart|RequestFormTests"

PASS = "PassDifferenceTests|PassFolderTests|JSONRevisionTests|aChangeBesideAMutationGivesNothing"

A = "PassKitCore/Archive/"
V = "PassKitCore/Verification/"
S = "PassKitCore/Signing/"
W = "PassKitCore/Wire/"
C = "CPassKitShims/"
D = "PassKitCore/Container/Difference/"
F = "PassKitCore/Container/PassFolder.swift"
O = "PassKitCore/Support/OpenFolder.swift"
R = "PassKitCore/JSON/JSONRevision.swift"

# What makes two readers see one archive.
ARCHIVE_RULES = [
    # 1: one end record, and nothing behind it.
    ("1", A + "ArchiveEndRecord.swift", "guard fitting.count == 1, all.last == position else { throw several() }",
     "guard «end-record-twice» || fitting.count == 1 && all.last == position else { throw several() }"),
    ("1", A + "ArchiveReader.swift", "if !end.lookalikes.isEmpty { try check(end.lookalikes, slots) }",
     "if !«end-record-lookalike», !end.lookalikes.isEmpty { try check(end.lookalikes, slots) }"),
    ("1", A + "ArchiveEndRecord.swift", "bytes.u16(position + 20).map { position + ZIP.endLength + Int($0) == bytes.count } ?? false",
     "bytes.u16(position + 20).map { «end-record-not-at-end» || position + ZIP.endLength + Int($0) == bytes.count } ?? false"),
    ("1", A + "ArchiveEndRecord.swift", "guard limits.allowsComments || position == last else {",
     "guard «archive-comment» || limits.allowsComments || position == last else {"),
    ("1", A + "CentralRecord.swift", "guard commentLength == 0 || limits.allowsComments else {",
     "guard «entry-comment» || commentLength == 0 || limits.allowsComments else {"),
    # 2: disks, counts, and where the directory is.
    ("2", A + "ArchiveEndRecord.swift", "guard disk == 0, directoryDisk == 0 else { throw Self.multiDisk() }",
     "guard «end-record-disks» || disk == 0 && directoryDisk == 0 else { throw Self.multiDisk() }"),
    ("2", A + "ArchiveEndRecord.swift", "disk == 0 || disk == ZIP.sentinel16, directoryDisk == 0 || directoryDisk == ZIP.sentinel16\n",
     "«end-record-disks-beside-zip64» || (disk == 0 || disk == ZIP.sentinel16) && (directoryDisk == 0 || directoryDisk == ZIP.sentinel16)\n"),
    ("2", A + "CentralRecord.swift", "guard disk == 0 else {", "guard «entry-disk» || disk == 0 else {"),
    ("2", A + "ArchiveEndRecord.swift", "guard countHere == count else { throw Self.counts() }",
     "guard «count-twice» || countHere == count else { throw Self.counts() }"),
    ("2", A + "ArchiveReader.swift", "guard position == end.directory.upperBound else {",
     "guard «records-beyond-count» || position == end.directory.upperBound else {"),
    ("2", A + "ArchiveEndRecord.swift", "guard offset <= end, size == end - offset else {",
     "guard offset <= end, «directory-end» || size == end - offset else {"),
    # 3: zip64 agrees, or is not there.
    ("3", A + "ArchiveEndRecord.swift", "guard hasLocator == hasSentinel || isFullCount else {",
     "guard «zip64-locator-without-sentinel» || hasLocator == hasSentinel || isFullCount else {"),
    ("3", A + "ArchiveEndRecord.swift", "            countHere == ZIP.sentinel16 || Int(countHere) == record.count,\n            count == ZIP.sentinel16 || Int(count) == record.count,\n",
     "            «zip64-count» || countHere == ZIP.sentinel16 || Int(countHere) == record.count,\n            «zip64-count» || count == ZIP.sentinel16 || Int(count) == record.count,\n"),
    ("3", A + "ArchiveEndRecord.swift", "            size == ZIP.sentinel32 || Int(size) == record.size,\n            offset == ZIP.sentinel32 || Int(offset) == record.offset\n",
     "            «zip64-directory» || size == ZIP.sentinel32 || Int(size) == record.size,\n            «zip64-directory» || offset == ZIP.sentinel32 || Int(offset) == record.offset\n"),
    ("3", A + "ArchiveEndRecord.swift", "bytes.int64(locator + 8) == position,", "«zip64-not-adjacent» || bytes.int64(locator + 8) == position,"),
    ("3", A + "ArchiveEndRecord.swift", "bytes.int64(position + 4) == ZIP.zip64EndLength - 12,",
     "«zip64-record-length» || bytes.int64(position + 4) == ZIP.zip64EndLength - 12,"),
    ("3", A + "ArchiveEndRecord.swift", "bytes.u32(locator + 16) == 1,", "«zip64-locator-disks» || bytes.u32(locator + 16) == 1,"),
    ("3", A + "ArchiveEndRecord.swift", "bytes.u32(position + 16) == 0, bytes.u32(position + 20) == 0,",
     "«zip64-record-disks» || bytes.u32(position + 16) == 0 && bytes.u32(position + 20) == 0,"),
    ("3", A + "ArchiveEndRecord.swift", "let count = bytes.int64(position + 32), countHere == count,",
     "let count = bytes.int64(position + 32), «zip64-counts» || countHere == count,"),
    ("3", A + "CentralRecord.swift", "guard values?.isUsedUp ?? true else {", "guard «zip64-field-too-long» || values?.isUsedUp ?? true else {"),
    # 4: both headers of an entry agree.
    ("4", A + "LocalRecord.swift", "guard bytes.areEqual(name, record.nameBytes) else", "guard «local-name» || bytes.areEqual(name, record.nameBytes) else"),
    ("4", A + "LocalRecord.swift", "guard version == record.version else", "guard «local-version» || version == record.version else"),
    ("4", A + "LocalRecord.swift", "guard flags == record.flags else", "guard «local-flags» || flags == record.flags else"),
    ("4", A + "LocalRecord.swift", "guard method == (record.method == .stored ? 0 : 8) else", "guard «local-method» || method == (record.method == .stored ? 0 : 8) else"),
    ("4", A + "LocalRecord.swift", "guard time == record.time, date == record.date else", "guard «local-time» || time == record.time && date == record.date else"),
    ("4", A + "LocalRecord.swift", "guard crc32 == record.crc32 || record.hasDescriptor && crc32 == 0 else {",
     "guard «local-crc» || crc32 == record.crc32 || record.hasDescriptor && crc32 == 0 else {"),
    ("4", A + "LocalRecord.swift", "guard size == stated || record.hasDescriptor && size == 0 else { throw mismatch(record, \"sizes\") }",
     "guard «local-sizes» || size == stated || record.hasDescriptor && size == 0 else { throw mismatch(record, \"sizes\") }"),
    ("4", A + "LocalRecord.swift", "let first = both.next(), let second = both.next(), both.isUsedUp,",
     "let first = both.next(), let second = both.next(), «local-zip64-too-long» || both.isUsedUp,"),
    ("4", A + "LocalRecord.swift", "first == record.uncompressedSize || record.hasDescriptor && first == 0,\n                second == record.compressedSize || record.hasDescriptor && second == 0",
     "«local-zip64-sizes» || first == record.uncompressedSize || record.hasDescriptor && first == 0,\n                «local-zip64-sizes» || second == record.compressedSize || record.hasDescriptor && second == 0"),
    # 5: entries tile the file.
    ("5", A + "ArchiveReader.swift", "guard record.localOffset >= position else { throw LocalRecord.overlap(record) }",
     "guard «overlap» || record.localOffset >= position else { throw LocalRecord.overlap(record) }"),
    ("5", A + "ArchiveReader.swift", "guard record.localOffset == position else {", "guard «overlap» || «gap-between-entries» || record.localOffset == position else {"),
    ("5", A + "ArchiveReader.swift", "guard position == directory.lowerBound else {", "guard «gap-before-directory» || position == directory.lowerBound else {"),
    ("5", A + "LocalRecord.swift", "guard length >= 0 else { throw Self.overlap(record) }", "guard «overlap» || length >= 0 else { throw Self.overlap(record) }"),
    ("5", A + "LocalRecord.swift", "guard length == 0 else { throw Self.unclaimed(\"after",
     "guard «overlap» || «gap-after-entry» || length == 0 else { throw Self.unclaimed(\"after"),
    ("5", A + "LocalRecord.swift", "        guard agrees else {", "        guard «descriptor» || agrees else {"),
    ("5", A + "LocalRecord.swift", "bytes.u32(position) == record.crc32 && compressed == record.compressedSize\n                && uncompressed == record.uncompressedSize",
     "(«descriptor-crc» || bytes.u32(position) == record.crc32) && («descriptor-sizes» || compressed == record.compressedSize\n                && uncompressed == record.uncompressedSize)"),
    ("5", A + "LocalRecord.swift", "if leavesSizeOpen { try checkStoredData(bytes, of: record) }", "if !«descriptor-stored-ambiguous», leavesSizeOpen { try checkStoredData(bytes, of: record) }"),
    # 6: methods, flags, and data that ends where it says.
    ("6", A + "CentralRecord.swift", "        case 8: return .deflate\n        default:", "        case 8: return .deflate\n        case _ where «method»: return .deflate\n        default:"),
    ("6", A + "CentralRecord.swift", "guard method != .stored || compressedSize == uncompressedSize else {",
     "guard «stored-sizes» || method != .stored || compressedSize == uncompressedSize else {"),
    ("6", A + "CentralRecord.swift", "guard flags & encryption == 0 else {", "guard «encrypted» || flags & encryption == 0 else {"),
    ("6", A + "CentralRecord.swift", "guard flags & ~ZIP.Flag.allowed == 0 else {", "guard «encrypted» || «flags» || flags & ~ZIP.Flag.allowed == 0 else {"),
    ("6", A + "Inflater.swift", "guard consumed == input.count, produced == size else", "guard «deflate-trailing» || consumed == input.count, «deflate-short» || produced == size else"),
    ("6", A + "PassArchive.swift", "guard crc32 == slot.crc32 else {", "guard «crc» || crc32 == slot.crc32 else {"),
    # 7: names.
    ("7", A + "ArchiveName.swift", "guard utf8, let name = String(validating: bytes, as: UTF8.self), Self.badCharacter(in: name) == nil else {",
     "guard «name-without-utf8-flag» || utf8, let name = «name-not-utf8» ? String(decoding: bytes, as: UTF8.self) : String(validating: bytes, as: UTF8.self), «name-hidden-characters» || Self.badCharacter(in: name) == nil else {"),
    ("7", A + "ArchiveName.swift", "case 0..<0x20, 0x7F, UInt8(ascii: \"\\\\\"), UInt8(ascii: \":\"): isSuspect = true",
     "case 0..<0x20, 0x7F: isSuspect = isSuspect || !«name-control»\n            case UInt8(ascii: \"\\\\\"): isSuspect = isSuspect || !«name-backslash»\n            case UInt8(ascii: \":\"): isSuspect = isSuspect || !«name-colon»"),
    ("7", A + "ArchiveName.swift", "if length == 0 || length <= 2 && dots == length { isSuspect = true }",
     "if length == 0 && !«name-empty-segment» || !«name-dots» && length > 0 && length <= 2 && dots == length { isSuspect = true }"),
    ("7", A + "ArchiveName.swift", "guard !scan.isSuspect, bytes.count <= limits.nameLength, scan.depth <= limits.nameDepth else {",
     "guard !scan.isSuspect, «name-length» || bytes.count <= limits.nameLength, «name-depth» || scan.depth <= limits.nameDepth else {"),
    ("7", A + "ZIPExtraFields.swift", "case ZIP.Extra.unicodePath, ZIP.Extra.unicodeComment: throw", "case ZIP.Extra.unicodePath where !«extra-second-name», ZIP.Extra.unicodeComment where !«extra-second-name»: throw"),
    ("7", A + "ZIPExtraFields.swift", "case ZIP.Extra.aes: throw", "case ZIP.Extra.aes where !«extra-encryption»: throw"),
    ("7", A + "ZIPExtraFields.swift", "guard zip(seen, seen.dropFirst()).allSatisfy({ $0 != $1 }) else {", "guard «extra-twice» || zip(seen, seen.dropFirst()).allSatisfy({ $0 != $1 }) else {"),
    ("7", A + "ArchiveIndex.swift", "guard !isTaken, takeSpelling(name.text) else", "guard «name-twice» || !isTaken, «name-normalised» || takeSpelling(name.text) else"),
    ("7", A + "ArchiveIndex.swift", "contains { places[$0] != nil }\n            guard !isTaken else", "contains { places[$0] != nil }\n            guard «file-and-folder» || !isTaken else"),
    ("7", A + "ArchiveName.swift", "var key: String { isItsKey ? text : Self.key(text) }", "var key: String { isItsKey || «name-case» ? text : Self.key(text) }"),
    # 8: plain files and empty folders.
    ("8", A + "CentralRecord.swift", "let isPlain = unixType == 0 ||", "let isPlain = «link-or-device» || unixType == 0 ||"),
    ("8", A + "CentralRecord.swift", "let agrees = isFolder ? unixType != 0x8 && isEmpty : !saysFolder",
     "let agrees = isFolder ? («folder-as-file» || unixType != 0x8) && («folder-content» || isEmpty) : («file-as-folder» || !saysFolder)"),
    # 10: budgets.
    ("10", A + "PassArchive.swift", "guard bytes.count <= limits.archiveSize else {", "guard «archive-size» || bytes.count <= limits.archiveSize else {"),
    ("8", A + "ArchiveReader.swift", "if record.name.isFolder, record.compressedSize > 0 {", "if !«folder-deflated», record.name.isFolder, record.compressedSize > 0 {"),
    ("10", A + "ArchiveReader.swift", "guard end.count <= limits.entryCount else {", "guard «entry-count» || end.count <= limits.entryCount else {"),
    ("10", A + "ArchiveReader.swift", "guard record.uncompressedSize <= limits.entrySize else {", "guard «entry-size» || record.uncompressedSize <= limits.entrySize else {"),
    ("10", A + "ArchiveReader.swift", "guard record.uncompressedSize <= limits.totalSize - total else {", "guard «total-size» || record.uncompressedSize <= limits.totalSize - total else {"),
    ("10", A + "ArchiveReader.swift", "guard !limits.isBomb(", "guard «ratio» || !limits.isBomb("),
    ("10", A + "Inflater.swift", "guard produced <= size else { throw sizeError() }", "guard «inflates-beyond-size» || produced <= size else { throw sizeError() }"),
]

# What keeps a verdict from being wrong.
VERIFIER_RULES = [
    # Manifest, both ways.
    ("manifest", V + "ManifestCheck.swift", "if stated.lowercased() != actual {", "if !«manifest-hash», stated.lowercased() != actual {"),
    ("manifest", V + "ManifestCheck.swift", "findings.append(FindingRule.manifestFileUnlisted.finding(at: name))", "if !«manifest-unlisted» { findings.append(FindingRule.manifestFileUnlisted.finding(at: name)) }"),
    ("manifest", V + "ManifestCheck.swift", "rest.keys.sorted().prefix(Self.missingLimit) {", "rest.keys.sorted().prefix(«manifest-absent» ? 0 : Self.missingLimit) {"),
    # 1: the envelope.
    ("1", V + "EnvelopeOutline.swift", "parts.next(DER.Tag.context(0)), parts.isAtEnd else", "parts.next(DER.Tag.context(0)), «beside-content» || parts.isAtEnd else"),
    ("1", V + "EnvelopeOutline.swift", "inner.next(DER.Tag.sequence), inner.isAtEnd else", "inner.next(DER.Tag.sequence), «beside-signed-data» || inner.isAtEnd else"),
    ("1", V + "EnvelopeOutline.swift", "guard signers != nil, fields.isAtEnd else", "guard «second-certificates» || (signers != nil && fields.isAtEnd) else"),
    ("1", V + "EnvelopeOutline.swift", "if let signers { try Self.checkAttributes", "if !«attribute-tags», let signers { try Self.checkAttributes"),
    ("1", V + "EnvelopeOutline.swift", "guard all.isAtEnd else { throw .trailingBytes }", "guard «trailing-bytes» || all.isAtEnd else { throw .trailingBytes }"),
    ("1", C + "passkit_cms.c", "outcome = position != bytes + count ?", "outcome = !«trailing-bytes» && position != bytes + count ?"),
    ("1", V + "SignatureCheck.swift", "guard entry.uncompressedSize <= sizeLimit else {", "guard «signature-size» || entry.uncompressedSize <= sizeLimit else {"),
    ("1", V + "EnvelopeOutline.swift", "guard bytes[type.whole].elementsEqual(Self.signedData) else { throw .notSignedData }",
     "guard «not-signed-data» || bytes[type.whole].elementsEqual(Self.signedData) else { throw .notSignedData }"),
    ("1", C + "passkit_cms.c", "if (OBJ_obj2nid(CMS_get0_type(envelope)) != NID_pkcs7_signed)", "if (!«not-signed-data» && OBJ_obj2nid(CMS_get0_type(envelope)) != NID_pkcs7_signed)"),
    ("1", C + "passkit_cms.c", "if (OBJ_obj2nid(CMS_get0_eContentType(envelope)) != NID_pkcs7_data)", "if (!«content-type» && OBJ_obj2nid(CMS_get0_eContentType(envelope)) != NID_pkcs7_data)"),
    ("1", C + "passkit_cms.c", "if (sk_CMS_SignerInfo_num(signers) != 1)", "if (!«signer-count» && sk_CMS_SignerInfo_num(signers) != 1)"),
    ("1", C + "passkit_cms.c", "if (list_count > 0)", "if (!«revocation-lists» && list_count > 0)"),
    ("1", V + "EnvelopeOutline.swift", "guard found.count <= Self.certificateLimit else { throw .certificateCount }", "guard «certificate-count» || found.count <= Self.certificateLimit else { throw .certificateCount }"),
    ("1", V + "EnvelopeOutline.swift", "guard (1...Self.digestLimit).contains(digests.count) else { throw .digestAlgorithms }", "guard «digest-count» || (1...Self.digestLimit).contains(digests.count) else { throw .digestAlgorithms }"),
    # 2: signed attributes.
    ("2", V + "SignatureEnvelope.swift", "if let fault = SignatureFault(attribute: Int(passkit_cms_content_type_attribute(pointer)), \"content type\") {", "if !«attribute-content-type», let fault = SignatureFault(attribute: Int(passkit_cms_content_type_attribute(pointer)), \"content type\") {"),
    ("2", V + "SignatureEnvelope.swift", "if let fault = SignatureFault(attribute: Int(passkit_cms_message_digest_attribute(pointer)), \"message digest\") {", "if !«attribute-message-digest», let fault = SignatureFault(attribute: Int(passkit_cms_message_digest_attribute(pointer)), \"message digest\") {"),
    ("2", V + "SignatureEnvelope.swift", "if let fault = SignatureFault(attribute: Int(outcome), \"signing time\") { throw fault }", "if !«attribute-signing-time», let fault = SignatureFault(attribute: Int(outcome), \"signing time\") { throw fault }"),
    ("2", C + "passkit_cms.c", "if (CMS_signed_get_attr_by_NID(cms->signer, kind, first) >= 0) return", "if (!«attribute-twice» && CMS_signed_get_attr_by_NID(cms->signer, kind, first) >= 0) return"),
    ("2", C + "passkit_cms.c", "if (X509_ATTRIBUTE_count(found) != 1) return", "if (!«attribute-two-values» && X509_ATTRIBUTE_count(found) != 1) return"),
    ("2", C + "passkit_cms.c", "return type < 0 || ASN1_TYPE_get(*value) == type ?", "return «attribute-type» || type < 0 || ASN1_TYPE_get(*value) == type ?"),
    ("2", C + "passkit_cms.c", "if (outcome == PASSKIT_ATTRIBUTE_OK && OBJ_obj2nid(value->value.object) != NID_pkcs7_data)", "if (!«attribute-content-type-value» && outcome == PASSKIT_ATTRIBUTE_OK && OBJ_obj2nid(value->value.object) != NID_pkcs7_data)"),
    # 3: the signature, over this archive's manifest, by a chain that holds at the signing time.
    ("3", C + "passkit_cms.c", "if (CMS_verify(cms->envelope, NULL, NULL, input, NULL, flags) != 1) {", "if (CMS_verify(cms->envelope, NULL, NULL, «attached-manifest» && !passkit_cms_is_detached(cms) ? NULL : input, NULL, flags) != 1 && !«signature») {"),
    ("3", C + "passkit_chain.c", "X509_VERIFY_PARAM_set_depth(parameters, 3);", "X509_VERIFY_PARAM_set_depth(parameters, «chain-depth» ? 100 : 3);"),
    ("3", C + "passkit_chain.c", "X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_ANY);", "X509_VERIFY_PARAM_set_purpose(parameters, «chain-purpose» ? X509_PURPOSE_SMIME_SIGN : X509_PURPOSE_ANY);"),
    ("3", V + "CertificateCheck.swift", "case .signingTime: signingTime\n", "case .signingTime: «judged-now» ? Date() : signingTime\n"),
    ("3", V + "CertificateCheck.swift", "            findings.append(finding(for: error))\n            checkAttachedIssuer(&findings)\n            return false", "            if «chain-fault» { return true }\n            findings.append(finding(for: error))\n            checkAttachedIssuer(&findings)\n            return «chain-anchor»"),
    ("3", V + "SignatureEnvelope.swift", "guard signerIndex != nil else { throw .signerMissing }", "guard «signer-missing» || signerIndex != nil else { throw .signerMissing }"),
    # 4: algorithms.
    ("4", C + "passkit_chain.c", "if (i > 0 && is_weak_key", "if (!«chain-key» && i > 0 && is_weak_key"),
    ("4", C + "passkit_chain.c", "if (i + 1 < count && is_broken_digest", "if (!«chain-md5» && i + 1 < count && is_broken_digest"),
    ("4", V + "CertificateCheck.swift", "let allowsSHA1 = (envelope.signingTime ?? time) < Self.endOfSHA1", "let allowsSHA1 = «sha1-chain» || (envelope.signingTime ?? time) < Self.endOfSHA1"),
    ("4", V + "SignatureEnvelope.swift", "guard Int(passkit_cms_digest(pointer)) != PASSKIT_DIGEST_OTHER else", "guard «digest-algorithm» || Int(passkit_cms_digest(pointer)) != PASSKIT_DIGEST_OTHER else"),
    ("4", V + "SignatureEnvelope.swift", "guard passkit_cms_has_known_signature_algorithm(pointer) == 1 else", "guard «signature-algorithm» || passkit_cms_has_known_signature_algorithm(pointer) == 1 else"),
    # 5: Apple's profile.
    ("5", V + "CertificateCheck.swift", "if !signer.isForPasses {", "if !«usage», !signer.isForPasses {"),
    ("5", V + "CertificateCheck.swift", "if certificate.passTypeIdentifier == nil\n", "if !«marker», certificate.passTypeIdentifier == nil\n"),
    ("5", V + "CertificateCheck.swift", "if !signer.hasStrongKey {", "if !«weak-key», !signer.hasStrongKey {"),
    ("5", V + "CertificateCheck.swift", "if pass.type == nil ||", "if !«pass-type», pass.type == nil ||"),
    ("5", V + "CertificateCheck.swift", "if pass.team == nil ||", "if !«team», pass.team == nil ||"),
    ("5", V + "CertificateCheck.swift", "guard let type = certificate.passTypeIdentifier, !signer.hasUsualCommonName else { return }", "guard let type = certificate.passTypeIdentifier, !«common-name», !signer.hasUsualCommonName else { return }"),
    ("5", V + "CertificateCheck.swift", "if time > now.addingTimeInterval(5 * 60) {", "if !«future», time > now.addingTimeInterval(5 * 60) {"),
    ("5", V + "CertificateCheck.swift", "if !certificate.isValid(at: time) {", "if !«not-valid-at-signing», !certificate.isValid(at: time) {"),
    ("5", V + "CertificateCheck.swift", "if !isMarked { findings.append(finding(.certificateIssuerMarker)) }", "if !«issuer-marker», !isMarked { findings.append(finding(.certificateIssuerMarker)) }"),
    # 6: policies.
    ("6", "PassKitCore/Update/PassUpdater.swift", "case .intact: report.isIntact", "case .intact: «policy-intact» || report.isIntact"),
    ("6", "PassKitCore/Update/PassUpdater.swift", "case .trusted: report.verdict == .trusted", "case .trusted: «policy-trusted» || report.verdict == .trusted"),
    ("6", V + "PassVerifier.swift", "let isIntact = files.isRight && signature.isRight", "let isIntact = («intact-files» || files.isRight) && («intact-signature» || signature.isRight)"),
    # 7: signing. That an issuer is an authority is seen when it is looked for, too: taken out here alone, nothing changes.
    ("7", S + "PrivateKey.swift", "passkit_certificate_matches_key(certificate.handle.pointer, pointer) == 1", "«key-mismatch» || passkit_certificate_matches_key(certificate.handle.pointer, pointer) == 1"),
    ("7", S + "PassCertificate+Signing.swift", "if time > notAfter {", "if !«signing-expired», time > notAfter {"),
    ("7", S + "PassCertificate+Signing.swift", "if time < notBefore {", "if !«signing-not-yet-valid», time < notBefore {"),
    ("7", S + "PassCertificate+Signing.swift", "if !isForPasses {", "if !«signing-usage», !isForPasses {"),
    ("7", S + "PassCertificate+Signing.swift", "if passTypeIdentifier == nil || !markedIdentifier", "if !«signing-marker», passTypeIdentifier == nil || !markedIdentifier"),
    ("7", S + "PassCertificate+Signing.swift", "if !hasStrongKey {", "if !«signing-weak-key», !hasStrongKey {"),
    ("7", S + "SigningIdentity.swift", "guard issuer.isDeveloperRelations, issuer.isAuthority else {", "guard «signing-issuer-marker» || issuer.isDeveloperRelations, issuer.isAuthority else {"),
    ("7", S + "SigningIdentity.swift", "issuers.filter({ $0.isValid(at: time) })", "issuers.filter({ «signing-issuer-expired» || $0.isValid(at: time) })"),
    ("7", S + "CMSManifestSigner.swift", "guard certificate.verifies(signature, of: bytes) else", "guard «signing-output» || certificate.verifies(signature, of: bytes) else"),
    ("7", S + "CMSManifestSigner.swift", "guard certificate.isValid(at: time) else {", "guard «signing-time» || certificate.isValid(at: time) else {"),
]

# What makes two readers see one form.
MULTIPART_RULES = [
    ("parts", W + "MultipartReader.swift", "guard partCount <= limits.partCount else {", "guard «part-count» || partCount <= limits.partCount else {"),
    ("parts", W + "MultipartReader.swift", "guard fileCount <= limits.fileCount else {", "guard «file-count» || fileCount <= limits.fileCount else {"),
    ("headers", W + "MultipartPart.swift", "guard count <= limits.headerCount, line.count <= limits.headerLineSize else {", "guard «header-count» || count <= limits.headerCount, «header-line» || line.count <= limits.headerLineSize else {"),
    ("headers", W + "MultipartReader.swift", "guard headers.count < limits.headersSize + 2 else {", "guard «headers-size» || headers.count < limits.headersSize + 2 else {"),
    ("headers", W + "MultipartReader.swift", "let piece = chunk.prefix(limits.headersSize + 2 - headers.count)", "let piece = chunk.prefix((«headers-size» ? 1 << 30 : limits.headersSize) + 2 - headers.count)"),
    ("preamble", W + "MultipartReader.swift", "guard byte == delimiter[matched] else { throw Self.preamble() }", "guard «preamble» || byte == delimiter[matched] else { throw Self.preamble() }"),
    ("preamble", W + "MultipartReader.swift", "guard outside < Self.outsideLimit, byte == (outside.isMultiple(of: 2) ? 0x0D : 0x0A) else { throw error() }",
     "guard «outside-limit» || outside < Self.outsideLimit, «epilogue» || byte == (outside.isMultiple(of: 2) ? 0x0D : 0x0A) else { throw error() }"),
    ("preamble", W + "MultipartReader.swift", "case .epilogue where outside.isMultiple(of: 2): return", "case .epilogue where «half-line-end» || outside.isMultiple(of: 2): return"),
    ("boundary", W + "MultipartBoundary.swift", "guard (1...70).contains(bytes.count), bytes.last != 0x20, bytes.allSatisfy(Self.isAllowed) else {",
     "guard «boundary-length» || (1...70).contains(bytes.count), «boundary-blank» || bytes.last != 0x20, «boundary-characters» || bytes.allSatisfy(Self.isAllowed) else {"),
    ("boundary", W + "HeaderParameters.swift", "guard !parameters.contains(where: { $0.name == name }) else", "guard «parameter-twice» || !parameters.contains(where: { $0.name == name }) else"),
    ("boundary", W + "MultipartBoundary.swift", "guard type.value == \"multipart/form-data\" else {", "guard «body-type» || type.value == \"multipart/form-data\" else {"),
    ("boundary", W + "MultipartReader.swift", "case (nil, 0x20), (nil, 0x09):", "case (nil, 0x20) where !«blanks-after-boundary», (nil, 0x09) where !«blanks-after-boundary»:"),
    ("boundary", W + "MultipartReader.swift", "guard matchedBefore == 0 else {\n                throw", "guard «boundary-after-headers» || matchedBefore == 0 else {\n                throw"),
    ("parameters", W + "HeaderParameters.swift", "guard quoted.last != UInt8(ascii: \"\\\\\") else { return nil }", "guard «backslash-quote» || quoted.last != UInt8(ascii: \"\\\\\") else { return nil }"),
    ("parameters", W + "MultipartPart.swift", "guard !self.name.contains(\"\\\\\"), self.name != \"_charset_\" else {", "guard «name-backslash» || !self.name.contains(\"\\\\\"), «charset-field» || self.name != \"_charset_\" else {"),
    ("parameters", W + "MultipartPart.swift", "guard !decoded.unicodeScalars.contains(where: HeaderText.isControl) else {", "guard «name-control» || !decoded.unicodeScalars.contains(where: HeaderText.isControl) else {"),
    ("parameters", W + "MultipartPart.swift", "if name.contains(\"%\") {", "if !«name-percent», name.contains(\"%\") {"),
    ("parameters", W + "MultipartPart.swift", "guard let disposition, disposition.value == \"form-data\", let name = disposition[\"name\"], !name.isEmpty else {",
     "guard let disposition, «not-form-data» || disposition.value == \"form-data\", let name = disposition[\"name\"] ?? («nameless» ? \"x\" : nil), «nameless» || !name.isEmpty else {"),
    ("parameters", W + "MultipartPart.swift", "guard disposition == nil else { throw Self.repeated(\"Content-Disposition\") }", "guard «disposition-twice» || disposition == nil else { throw Self.repeated(\"Content-Disposition\") }"),
    ("parameters", W + "MultipartPart.swift", "guard type == nil else { throw Self.repeated(\"Content-Type\") }", "guard «type-twice» || type == nil else { throw Self.repeated(\"Content-Type\") }"),
    ("parameters", W + "MultipartPart.swift", "guard transfer == nil else { throw Self.repeated(\"Content-Transfer-Encoding\") }", "guard «transfer-twice» || transfer == nil else { throw Self.repeated(\"Content-Transfer-Encoding\") }"),
    ("memory", W + "MultipartReader.swift", "guard partSize <= (isFile ? limits.fileSize : limits.fieldSize), fieldsSize <= limits.fieldsSize else {",
     "guard partSize <= (isFile ? («file-size» ? .max : limits.fileSize) : («field-size» ? .max : limits.fieldSize)), «fields-size» || fieldsSize <= limits.fieldsSize else {"),
    ("memory", W + "MultipartReader.swift", "self.room = max(0, limits.bodySize)", "self.room = «body-size» ? .max : max(0, limits.bodySize)"),
    ("memory", W + "PassUpdateRequest+Multipart.swift", "if let length = body.length, length > limits.bodySize {", "if !«stated-length», let length = body.length, length > limits.bodySize {"),
    ("tail", W + "MultipartReader.swift", "        default:\n            throw PassError(\n                .multipartTruncated,", "        case _ where «truncated»: return\n        default:\n            throw PassError(\n                .multipartTruncated,"),
    ("file names", W + "MultipartPart.swift", ".last.map(String.init) ?? \"\"", ".last.map { «file-name-folder» ? name : String($0) } ?? \"\""),
    ("writer", W + "MultipartWriter.swift", "boundary = \"PassKitCore-\" + Hex.encode(random(16))", "boundary = \"PassKitCore-\" + («predictable-boundary» ? \"1\" : Hex.encode(random(16)))"),
    ("encodings", W + "MultipartPart.swift", "guard [\"7bit\", \"8bit\", \"binary\", nil].contains(transfer) else {", "guard «transfer-encoding» || [\"7bit\", \"8bit\", \"binary\", nil].contains(transfer) else {"),
    ("encodings", W + "MultipartPart.swift", "if let type, type.value.hasPrefix(\"multipart/\") {", "if !«nested», let type, type.value.hasPrefix(\"multipart/\") {"),
    ("encodings", W + "MultipartPart.swift", "line[..<colon].allSatisfy(HeaderParameters.isToken),", "«folded-line» || line[..<colon].allSatisfy(HeaderParameters.isToken),"),
    ("encodings", W + "MultipartPart.swift", "line[colon...].allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }),", "«header-control» || line[colon...].allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }),"),
    ("encodings", W + "MultipartPart.swift", "guard rest.index(after: end) < rest.endIndex, rest[end + 1] == 0x0A else", "guard rest.index(after: end) < rest.endIndex, «bare-return» || rest[end + 1] == 0x0A else"),
    ("form", W + "PassUpdateRequest+Multipart.swift", "            guard !isRepeated else {", "            guard «part-twice» || !isRepeated else {"),
]

# What tells two versions of a pass apart, keeps folders closed, and leaves alone what was not edited.
PASS_RULES = [
    ("difference", D + "PassDifference+Files.swift", "let isSame = maySame ? try old.bytes(of: name) == new.bytes(of: name) : false",
     "let isSame = try maySame ? («file-bytes» ? true : old.bytes(of: name) == new.bytes(of: name)) : false"),
    ("difference", D + "PassDifference+Values.swift", "guard pair.depth < deepest else { return nil }", "guard «path-depth» || pair.depth < deepest else { return nil }"),
    ("difference", D + "PassDifference+Values.swift", "if let old = old.int64, let new = new.int64 { return old == new }",
     "if !«large-integers», let old = old.int64, let new = new.int64 { return old == new }"),
    ("difference", D + "PassDifference+Values.swift", "return old.double == new.double && old.double.isFinite", "return old.double == new.double && («infinite» || old.double.isFinite)"),
    ("difference", D + "PassDifference+Fields.swift", "where pair.partner != partner {", "where !«field-order» && pair.partner != partner {"),
    ("messages", D + "PassDifference+Messages.swift", "guard !change.key.isEmpty, change.hasNewValue,", "guard «no-key» || !change.key.isEmpty, «no-new-value» || change.hasNewValue,"),
    ("messages", D + "PassDifference+Messages.swift", "if let twin = places[spelling]?", "if !«twin», let twin = places[spelling]?"),
    ("messages", D + "PassDifference+Messages.swift", "directives.placeholders == 0 ? nil", "directives.placeholders == 0 && !«no-placeholder» ? nil"),
    ("messages", D + "PassDifference.swift", "messages = isSamePass ? Message", "messages = «other-pass» || isSamePass ? Message"),
    ("ignored", D + "IgnoredChanges.swift", "codes.contains(finding.code) && places.contain(finding.path)",
     "(«any-code» || codes.contains(finding.code)) && («unchanged-place» || places.contain(finding.path))"),
    ("ignored", D + "IgnoredChanges.swift", "case \"backgroundColor\" where hasBackground:", "case \"backgroundColor\" where «background» || hasBackground:"),
    ("ignored", D + "IgnoredChanges.swift", "guard pass.useAutomaticColors == true else { return }", "guard «automatic-colors» || pass.useAutomaticColors == true else { return }"),
    ("ignored", D + "IgnoredChanges.swift", "if face.contains(change.group), let scheme", "if «back-fields» || face.contains(change.group), let scheme"),
    ("ignored", D + "IgnoredChanges.swift", "if change.old == nil, field.changeMessage != nil {", "if change.old == nil, «new-field» || field.changeMessage != nil {"),
    ("ignored", D + "IgnoredChanges.swift", "$0.old != nil && $0.new != nil", "«new-translation» || $0.old != nil && $0.new != nil"),
    ("folder", O, "O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC", "O_RDONLY | («file-link» ? 0 : O_NOFOLLOW) | O_NONBLOCK | O_CLOEXEC"),
    ("folder", O, "let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC", "let flags = O_RDONLY | O_DIRECTORY | («folder-link» ? 0 : O_NOFOLLOW) | O_CLOEXEC"),
    ("folder", O, "guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }", "guard «not-regular» || status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }"),
    ("folder", O, "guard status.st_size <= limit else { throw .tooLarge }", "guard «file-size» || status.st_size <= limit else { throw .tooLarge }"),
    ("folder", O, "guard bytes.count + count <= limit else { throw .tooLarge }", "guard «file-size» || bytes.count + count <= limit else { throw .tooLarge }"),
    ("folder", F, "guard total <= limits.totalSize else {", "guard «total-size» || total <= limits.totalSize else {"),
    ("folder", F, "guard count <= mostEntries else", "guard «entries» || count <= mostEntries else"),
    ("folder", F, "guard old.isEmpty || old.contains(PassFileName.pass) else {", "guard «other-folder» || old.isEmpty || old.contains(PassFileName.pass) else {"),
    ("folder", F, "where isLeftBehind(name) {", "where !«hidden-name» && isLeftBehind(name) {"),
    ("folder", F, "if isLeftBehind(entry) { continue }", "if !«left-behind», isLeftBehind(entry) { continue }"),
    ("folder", F, "guard isOfPass(name) else { continue }", "guard «foreign-file» || isOfPass(name) else { continue }"),
    ("folder", F, "try? FileManager.default.removeItem(atPath: part)", "if !«cleanup» { try? FileManager.default.removeItem(atPath: part) }"),
    ("folder", F, "for name in names + [PassFileName.pass] {", "for name in («pass-first» ? [PassFileName.pass] + names : names + [PassFileName.pass]) {"),
    ("revision", R, "guard index > last else { return nil }", "guard «member-order» || index > last else { return nil }"),
    ("revision", R, "guard depth < Self.deepest else", "guard «revision-depth» || depth < Self.deepest else"),
    ("revision", R, "while end < shorter - start,", "while !«equal-ends», end < shorter - start,"),
    ("revision", R, "if index < children.count - 1 {", "if «last-blanks» || index < children.count - 1 {"),
]

GROUPS = {"archive": (ARCHIVE, ARCHIVE_RULES), "verifier": (VERIFIER, VERIFIER_RULES), "multipart": (MULTIPART, MULTIPART_RULES), "pass": (PASS, PASS_RULES)}
