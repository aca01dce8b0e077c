package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NativeCacheTest {
    @Test
    void everyChoiceOfNativesHasAFolderOfItsOwn() {
        Artifact bundle = new Artifact("a:bundle:1", Path.of("bundle-1.jar"), Map.of());
        Artifact cpu = new Artifact("a:tf:1", Path.of("repository/tf-1-cpu.jar"), Map.of("Fragment-Host", "tf"));
        Artifact gpu = new Artifact("a:tf:1", Path.of("repository/tf-1-gpu.jar"), Map.of("Fragment-Host", "tf"));
        assertThat(NativeCache.nameFor(List.of(bundle, cpu))).isEqualTo("natives-tf-1-cpu");
        assertThat(NativeCache.nameFor(List.of(bundle, cpu, gpu))).isEqualTo("natives-tf-1-cpu+tf-1-gpu");
    }
}
