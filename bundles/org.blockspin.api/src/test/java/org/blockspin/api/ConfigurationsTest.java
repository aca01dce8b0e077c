package org.blockspin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConfigurationsTest {
    private static Lattice chain(int sites) {
        return new Lattice("chain", List.of(sites), 1, List.of());
    }

    private static Configurations random(int sites, int planes, int count) {
        SplittableRandom random = new SplittableRandom(1);
        Configurations configurations = new Configurations(chain(sites), planes, count);
        for (int c = 0; c < count; c++) {
            for (int i = 0; i < sites; i++) {
                configurations.setState(c, i, random.nextInt(1 << planes));
            }
        }
        return configurations;
    }

    @Test
    void bitsStandWhereTheClassSays() {
        Configurations configurations = new Configurations(chain(70), 3, 2);
        assertThat(configurations.wordsPerPlane()).isEqualTo(2);
        assertThat(configurations.words()).hasSize(12).containsOnly(0);
        configurations.setState(1, 65, 0b101);
        configurations.setState(0, 63, 0b010);
        assertThat(configurations.words()).containsExactly(0, 0, 1L << 63, 0, 0, 0, 0, 2, 0, 0, 0, 2);
        assertThat(configurations.wordOffset(1, 2)).isEqualTo(10);
    }

    @Test
    void statesAreReadAsTheyWereWritten() {
        int[] states = new int[130];
        for (int i = 0; i < states.length; i++) {
            states[i] = i * i % 5;
        }
        Configurations configurations = random(130, 3, 3);
        int[] before = configurations.states(0);
        int[] after = configurations.states(2);
        configurations.setStates(1, states);
        assertThat(configurations.states(1)).containsExactly(states);
        assertThat(configurations.state(1, 129)).isEqualTo(129 * 129 % 5);
        assertThat(configurations.states(0)).containsExactly(before);
        assertThat(configurations.states(2)).containsExactly(after);
    }

    @Test
    void paddingStaysZero() {
        Configurations configurations = random(70, 2, 2);
        int[] ones = new int[70];
        Arrays.fill(ones, 3);
        configurations.setStates(0, ones);
        for (int p = 0; p < 2; p++) {
            assertThat(configurations.words()[configurations.wordOffset(0, p) + 1])
                    .isEqualTo(0b111111);
            assertThat(configurations.words()[configurations.wordOffset(1, p) + 1] >>> 6)
                    .isZero();
        }
    }

    @Test
    void sliceIsACopy() {
        Configurations configurations = random(70, 2, 5);
        Configurations slice = configurations.slice(1, 4);
        assertThat(slice.count()).isEqualTo(3);
        for (int c = 0; c < 3; c++) {
            assertThat(slice.states(c)).containsExactly(configurations.states(c + 1));
        }
        int[] original = configurations.states(1);
        slice.setState(0, 0, 3 - slice.state(0, 0));
        assertThat(configurations.states(1)).containsExactly(original);
        assertThat(configurations.slice(2, 2).words()).isEmpty();
        assertThatThrownBy(() -> configurations.slice(3, 6)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void configurationsAreEqualByValue() {
        Configurations configurations = random(40, 1, 4);
        Configurations same = random(40, 1, 4);
        assertThat(same).isEqualTo(configurations).hasSameHashCodeAs(configurations);
        same.setState(3, 39, 1 - same.state(3, 39));
        assertThat(same).isNotEqualTo(configurations);
        assertThat(new Configurations(chain(40), 1, 0)).isNotEqualTo(new Configurations(chain(41), 1, 0));
        assertThat(new Configurations(chain(40), 1, 0)).isNotEqualTo(new Configurations(chain(40), 2, 0));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Configurations configurations = new Configurations(chain(10), 1, 1);
        assertThatThrownBy(() -> configurations.setState(0, 10, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> configurations.setState(0, 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> configurations.state(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> configurations.setStates(0, new int[9])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Configurations(chain(10), 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Configurations(chain(10), 32, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Configurations(chain(10), 1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Configurations(chain(100), 1, 1 << 30)).isInstanceOf(ArithmeticException.class);
    }
}
