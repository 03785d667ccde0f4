package numeral.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class PackedRowsTest {
    @Test
    void rowsComeOutAsTheyWentIn() {
        String longName = "ä".repeat(70_000);
        List<Row> rows = List.of(
                RowFactory.create("key", 3, new byte[] {1, -2, 3}, 0.25),
                RowFactory.create(longName, Integer.MIN_VALUE, new byte[0], Double.NaN));

        List<Row> unpacked = PackedRows.of(rows).rows();

        assertThat(unpacked).hasSize(2);
        assertThat((byte[]) unpacked.get(0).get(2)).containsExactly(1, -2, 3);
        assertThat(unpacked.get(0).getDouble(3)).isEqualTo(0.25);
        assertThat(unpacked.get(1).getString(0)).isEqualTo(longName);
        assertThat(unpacked.get(1).getInt(1)).isEqualTo(Integer.MIN_VALUE);
        assertThat((byte[]) unpacked.get(1).get(2)).isEmpty();
        assertThat(PackedRows.of(List.of()).rows()).isEmpty();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> PackedRows.of(List.of(RowFactory.create(1L))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row holds 1");
    }
}
