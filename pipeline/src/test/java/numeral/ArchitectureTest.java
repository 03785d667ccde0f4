package numeral;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** The arrows of docs/architecture.md. */
@AnalyzeClasses(packages = "numeral", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] GROUND_FLOOR = {
        "numeral.idx..", "numeral.scan..", "numeral.form..", "numeral.network..", "numeral.table..", "numeral.measure.."
    };

    @ArchTest
    static final ArchRule upperRoomsStandOnTheGroundFloor = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("ground floor")
            .definedBy(GROUND_FLOOR)
            .layer("upper rooms")
            .definedBy(
                    "numeral.ingest..",
                    "numeral.extract..",
                    "numeral.train..",
                    "numeral.tune..",
                    "numeral.score..",
                    "numeral.report..",
                    "numeral.review..",
                    "numeral.synth..")
            .whereLayer("upper rooms")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule roomsHaveNoCircles =
            slices().matching("numeral.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule idxDoesNotKnowTheOthers = groundFloorRoomKnowsNone("numeral.idx..");

    @ArchTest
    static final ArchRule scanDoesNotKnowTheOthers = groundFloorRoomKnowsNone("numeral.scan..");

    @ArchTest
    static final ArchRule formDoesNotKnowTheOthers = groundFloorRoomKnowsNone("numeral.form..");

    @ArchTest
    static final ArchRule networkDoesNotKnowTheOthers = groundFloorRoomKnowsNone("numeral.network..");

    @ArchTest
    static final ArchRule tableDoesNotKnowTheOthers = groundFloorRoomKnowsNone("numeral.table..");

    @ArchTest
    static final ArchRule measureDoesNotKnowTheOthers = groundFloorRoomKnowsNone("numeral.measure..");

    @ArchTest
    static final ArchRule learningDecidingAndSingleDigitsStandOnFormsAndFormsOnPages = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("page")
            .definedBy("numeral.form.page..")
            .layer("form")
            .definedBy("numeral.form")
            .layer("learn")
            .definedBy("numeral.form.learn..")
            .layer("decide")
            .definedBy("numeral.form.decide..")
            .layer("single")
            .definedBy("numeral.form.single..")
            .whereLayer("learn")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("decide")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("single")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("form")
            .mayOnlyBeAccessedByLayers("learn", "decide", "single");

    @ArchTest
    static final ArchRule idxAndFormArePlainJava = noClasses()
            .that()
            .resideInAnyPackage("numeral.idx..", "numeral.form..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "org.nd4j..", "org.deeplearning4j..");

    @ArchTest
    static final ArchRule kernelsAreOnlyForNetworks = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("kernels")
            .definedBy("numeral.kernel..")
            .layer("network")
            .definedBy("numeral.network..")
            .layer("others")
            .definedBy(
                    "numeral.idx..",
                    "numeral.scan..",
                    "numeral.form..",
                    "numeral.table..",
                    "numeral.ingest..",
                    "numeral.extract..",
                    "numeral.train..",
                    "numeral.tune..",
                    "numeral.score..",
                    "numeral.measure..",
                    "numeral.report..",
                    "numeral.synth..")
            .whereLayer("kernels")
            .mayOnlyBeAccessedByLayers("network");

    @ArchTest
    static final ArchRule kernelsArePlainJava = noClasses()
            .that()
            .resideInAPackage("numeral.kernel..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "jdk.incubator.vector..", "numeral.kernel..");

    @ArchTest
    static final ArchRule measureIsPure = noClasses()
            .that()
            .resideInAPackage("numeral.measure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "org.nd4j..", "org.deeplearning4j..");

    @ArchTest
    static final ArchRule nothingOfDl4jSparkLeavesTraining = noClasses()
            .that()
            .resideOutsideOfPackage("numeral.train..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.deeplearning4j.spark..");

    @ArchTest
    static final ArchRule onlyTableKnowsIceberg = noClasses()
            .that()
            .resideOutsideOfPackage("numeral.table..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.iceberg..");

    @ArchTest
    static final ArchRule theLibraryNeverExitsOrPrints = noClasses()
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    private static ArchRule groundFloorRoomKnowsNone(String room) {
        String[] others =
                Arrays.stream(GROUND_FLOOR).filter(other -> !other.equals(room)).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }
}
