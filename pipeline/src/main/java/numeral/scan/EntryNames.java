package numeral.scan;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be told from an entry's name alone. Names are untrusted: compared and shown, never opened. */
final class EntryNames {
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Set<String> JUNK =
            Set.of(".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", "_success", ".directory");

    private EntryNames() {}

    /** Why an entry of this name is not even opened, if so. */
    static Optional<ScanFault> fault(String name) {
        String unsafe = unsafe(name);
        if (!unsafe.isEmpty()) {
            return Optional.of(new ScanFault(ScanStatus.UNSAFE_PATH, unsafe));
        }
        return isJunk(name)
                ? Optional.of(new ScanFault(ScanStatus.SKIPPED_JUNK, "known by its name as no page"))
                : Optional.empty();
    }

    /** The name with control characters made visible, fit for a table or a terminal. */
    static String printable(String name) {
        return CONTROL.matcher(name)
                .replaceAll(c ->
                        String.format(Locale.ROOT, "\\\\u%04x", (int) c.group().charAt(0)));
    }

    private static String unsafe(String name) {
        if (name.indexOf('\0') >= 0) {
            return "name holds a NUL";
        }
        if (name.startsWith("/") || name.startsWith("\\")) {
            return "name is an absolute path";
        }
        if (DRIVE.matcher(name).matches()) {
            return "name starts with a drive letter";
        }
        for (String step : SEPARATOR.split(name, -1)) {
            if (step.equals("..")) {
                return "name climbs out of its archive";
            }
        }
        return "";
    }

    private static boolean isJunk(String name) {
        String last = "";
        for (String step : SEPARATOR.split(name, -1)) {
            if (step.equalsIgnoreCase("__MACOSX")) {
                return true;
            }
            last = step;
        }
        return last.startsWith("._") || JUNK.contains(last.toLowerCase(Locale.ROOT));
    }
}
