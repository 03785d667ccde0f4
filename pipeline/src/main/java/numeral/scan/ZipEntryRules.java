package numeral.scan;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** What is asked of a zip entry's header before its bytes are touched. */
final class ZipEntryRules {
    private ZipEntryRules() {}

    static void check(ZipArchiveEntry entry, boolean readable, ScanLimits limits) throws ScanFault {
        var byName = EntryNames.fault(entry.getName());
        if (byName.isPresent()) {
            throw byName.get();
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new ScanFault(ScanStatus.SKIPPED_ENCRYPTED, "zip entry with a password");
        }
        if (entry.isUnixSymlink()) {
            throw new ScanFault(ScanStatus.UNSUPPORTED, "symbolic link");
        }
        if (!readable) {
            throw new ScanFault(ScanStatus.UNSUPPORTED, "zip compression method " + entry.getMethod());
        }
        EntryBytes.checkSizes(entry.getCompressedSize(), entry.getSize(), limits);
    }
}
