package org.blockspin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ModelTest {
    private static List<List<Double>> bond(int states, double equal, double unequal) {
        List<List<Double>> energies = new ArrayList<>();
        for (int s = 0; s < states; s++) {
            List<Double> row = new ArrayList<>(Collections.nCopies(states, unequal));
            row.set(s, equal);
            energies.add(row);
        }
        return energies;
    }

    private static Model model(int states, List<List<List<Double>>> bonds, List<Double> sites) {
        return new Model("test", states, bonds, sites, Collections.nCopies(states, List.of(0.0, 1.0)));
    }

    private static Model potts(int states, double equal, double unequal) {
        return model(states, List.of(bond(states, equal, unequal)), Collections.nCopies(states, 0.5));
    }

    @Test
    void planesAreTheDigitsOfTheLargestState() {
        assertThat(potts(2, 0, 0).planes()).isEqualTo(1);
        assertThat(potts(3, 0, 0).planes()).isEqualTo(2);
        assertThat(potts(4, 0, 0).planes()).isEqualTo(2);
        assertThat(potts(5, 0, 0).planes()).isEqualTo(3);
    }

    @Test
    void bondEnergyIsReadByTypeThenFirstThenSecondState() {
        Model model =
                model(2, List.of(bond(2, -1, 1), List.of(List.of(1.0, 2.0), List.of(3.0, 4.0))), List.of(0.0, 0.0));
        assertThat(model.bondEnergy(0, 1, 1)).isEqualTo(-1);
        assertThat(model.bondEnergy(1, 0, 1)).isEqualTo(2);
        assertThat(model.bondEnergy(1, 1, 0)).isEqualTo(3);
        assertThat(model.orderParameterDimensions()).isEqualTo(2);
    }

    @Test
    void ferromagneticPottsModelsAreRecognised() {
        assertThat(potts(2, -1, 1).isFerromagneticPotts()).isTrue();
        assertThat(potts(3, -1, 0).isFerromagneticPotts()).isTrue();
        assertThat(potts(3, 0, 0).isFerromagneticPotts()).isTrue();
    }

    @Test
    void antiferromagnetsFieldsAndOtherBondsAreNotFerromagneticPotts() {
        assertThat(potts(2, 1, -1).isFerromagneticPotts()).isFalse();
        assertThat(model(2, List.of(bond(2, -1, 1)), List.of(0.0, 0.1)).isFerromagneticPotts())
                .isFalse();
        assertThat(model(2, List.of(bond(2, -1, 1), bond(2, 1, -1)), List.of(0.0, 0.0))
                        .isFerromagneticPotts())
                .isFalse();
        List<List<Double>> clock = List.of(List.of(-1.0, 0.5, 0.4), List.of(0.5, -1.0, 0.5), List.of(0.4, 0.5, -1.0));
        assertThat(model(3, List.of(clock), List.of(0.0, 0.0, 0.0)).isFerromagneticPotts())
                .isFalse();
    }

    @Test
    void modelsAreEqualByValueAndDoNotChange() {
        List<Double> sites = new ArrayList<>(List.of(0.0, 0.0));
        Model model = model(2, List.of(bond(2, -1, 1)), sites);
        Model same = model(2, List.of(bond(2, -1, 1)), List.of(0.0, 0.0));
        sites.set(0, 5.0);
        assertThat(model).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(model).isNotEqualTo(model(2, List.of(bond(2, -2, 1)), List.of(0.0, 0.0)));
    }

    @Test
    void wrongNumbersOfStatesAreRefused() {
        assertRefused(() -> potts(1, 0, 0));
        assertRefused(() -> model(3, List.of(bond(2, -1, 1)), List.of(0.0, 0.0, 0.0)));
        assertRefused(() -> model(2, List.of(bond(2, -1, 1)), List.of(0.0)));
        List<List<Double>> uneven = List.of(List.of(1.0), List.of(1.0, 2.0));
        assertRefused(() -> new Model("test", 2, List.of(), List.of(0.0, 0.0), uneven));
        assertRefused(() -> new Model("test", 2, List.of(), List.of(0.0, 0.0), List.of(List.of(1.0))));
    }

    private static void assertRefused(ThrowingCallable make) {
        assertThatThrownBy(make).isInstanceOf(IllegalArgumentException.class);
    }
}
