package numeral.jobs;

import numeral.network.ModelCard;
import numeral.network.ModelFile;
import numeral.network.ShippedModel;
import numeral.table.Registry;
import numeral.table.Registry.Model;

/**
 * A model that a command was told to use: one of the registry's, its champion, or the one that ships in the jar.
 *
 * @param file its model file
 */
record ChosenModel(String id, byte[] file) {
    /** The word for the model that ships in the jar. */
    static final String SHIPPED = "shipped";

    /** The model of that id; {@code champion} and {@value #SHIPPED} stand for those. */
    static ChosenModel of(Workspace workspace, String id) {
        if (id.equals(SHIPPED)) {
            return shipped();
        }
        Registry registry = workspace.registry();
        Model model = registry.find(id);
        return new ChosenModel(model.id(), registry.file(model));
    }

    /** The champion where one has been promoted, else the model that ships. */
    static ChosenModel best(Workspace workspace) {
        boolean hasChampion =
                workspace.hasWarehouse() && workspace.registry().champion().isPresent();
        return hasChampion ? of(workspace, Registry.CHAMPION) : shipped();
    }

    private static ChosenModel shipped() {
        byte[] file = ShippedModel.file();
        ModelCard card = ModelFile.card(file);
        return new ChosenModel(card.id(), file);
    }
}
