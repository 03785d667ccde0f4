package numeral.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNamesTest {
    @ParameterizedTest
    @CsvSource({
        "/etc/passwd, name is an absolute path",
        "\\\\host\\x.png, name is an absolute path",
        "c:\\x.png, name starts with a drive letter",
        "C:x.png, name starts with a drive letter",
        "../x.png, name climbs out of its archive",
        "a/..\\x.png, name climbs out of its archive",
        "a/.., name climbs out of its archive"
    })
    void tellsUnsafeNames(String name, String reason) {
        ScanFault fault = EntryNames.fault(name).orElseThrow();

        assertThat(fault.status()).isEqualTo(ScanStatus.UNSAFE_PATH);
        assertThat(fault).hasMessage(reason);
    }

    @Test
    void showsControlCharacters() {
        assertThat(EntryNames.fault("a\0b").orElseThrow()).hasMessage("name holds a NUL");
        assertThat(EntryNames.printable("a\0b\n\u001b[31m.png")).isEqualTo("a\\u0000b\\u000a\\u001b[31m.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"__MACOSX/p.tif", "a/__macosx/p.tif", "a\\._p.tif", "THUMBS.DB", "x/desktop.ini", "out/_SUCCESS"
            })
    void tellsJunk(String name) {
        assertThat(EntryNames.fault(name).orElseThrow().status()).isEqualTo(ScanStatus.SKIPPED_JUNK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p.tif", "./a/p.tif", "a..b/..p.tif", "Ünïcode/π.png", ".hidden.png", "..."})
    void takesAllOthers(String name) {
        assertThat(EntryNames.fault(name)).isEmpty();
    }
}
