package numeral.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import numeral.InputRefused;
import numeral.LocalSpark;
import numeral.table.Registry.Decision;
import numeral.table.Registry.Model;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
    private static final Run RUN = new Run("r", "train", Map.of());

    @TempDir
    Path warehouse;

    private Registry registry;

    @BeforeEach
    void open() {
        Tables tables = new Tables(LocalSpark.withWarehouse(warehouse), "numeral");
        registry = new Registry(tables, warehouse.toUri().toString(), new Configuration());
    }

    @Test
    void theChampionIsTheModelPromotedLast() {
        Model first = register("first");
        Model second = register("second");
        assertThat(registry.champion()).isEmpty();

        registry.decide(new Run("p1", "promote", Map.of()), first, Decision.PROMOTED, List.of());
        registry.decide(new Run("p2", "promote", Map.of()), second, Decision.REFUSED, List.of("worse"));
        assertThat(registry.find("champion")).isEqualTo(first);

        registry.decide(new Run("p2", "promote", Map.of()), second, Decision.PROMOTED, List.of());
        assertThat(registry.find("champion")).isEqualTo(second);
    }

    @Test
    void aRepeatedDecisionTakesThePlaceOfTheEarlierOne() {
        Model model = register("first");
        Run run = new Run("p", "promote", Map.of());

        registry.decide(run, model, Decision.PROMOTED, List.of());
        registry.decide(run, model, Decision.REFUSED, List.of("floor"));

        assertThat(registry.champion()).isEmpty();
    }

    @Test
    void aRollbackPutsThePreviousChampionBackOnce() {
        promote("p1", register("first"));
        promote("p2", register("second"));
        promote("p3", register("third"));

        Run once = new Run("oops", "rollback", Map.of());
        assertThat(registry.rollBack(once, "reads sevens as ones").to().id()).isEqualTo("second");
        assertThat(registry.rollBack(once, "reads sevens as ones").to().id()).isEqualTo("second");
        assertThat(registry.find("champion").id()).isEqualTo("second");
        assertThat(registry.history().events().get(6).reasons())
                .containsExactly("Rolled back from third.", "reads sevens as ones");

        assertThat(registry.rollBack(new Run("again", "rollback", Map.of()), "both are bad")
                        .to()
                        .id())
                .isEqualTo("first");
        assertThatThrownBy(() -> registry.rollBack(new Run("more", "rollback", Map.of()), "all are bad"))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("model first is the first champion in");
    }

    @Test
    void aChampionWhoseFileIsGoneIsNotPutBack() throws IOException {
        promote("p1", register("first"));
        promote("p2", register("second"));
        Files.delete(warehouse.resolve("model-files/first.zip"));

        assertThatThrownBy(() -> registry.rollBack(new Run("oops", "rollback", Map.of()), "slow"))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("first.zip cannot be read");
        assertThat(registry.find("champion").id()).isEqualTo("second");
    }

    @Test
    void anUnknownModelIsNamedWithThoseThatThereAre() {
        register("first");

        assertThatThrownBy(() -> registry.find("other"))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("model other is not registered")
                .hasMessageContaining("[first]");
        assertThatThrownBy(() -> registry.find("champion"))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("run promote");
    }

    @Test
    void aModelFileThatWasChangedIsNotOpened() throws IOException {
        Model model = register("first");
        assertThat(registry.file(model)).asString(StandardCharsets.UTF_8).isEqualTo("weights of first");

        Files.writeString(warehouse.resolve("model-files/first.zip"), "others");
        Files.deleteIfExists(warehouse.resolve("model-files/.first.zip.crc"));

        assertThatThrownBy(() -> registry.file(model))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("expected SHA-256 " + model.sha256());
    }

    private void promote(String run, Model model) {
        registry.decide(new Run(run, "promote", Map.of()), model, Decision.PROMOTED, List.of());
    }

    private Model register(String id) {
        return registry.register(
                RUN, id, "cnn", ("weights of " + id).getBytes(StandardCharsets.UTF_8), List.of(), "{}");
    }
}
