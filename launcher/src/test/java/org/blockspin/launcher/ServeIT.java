package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A workbench that serves, and the commands that talk to it, each in a process of its own. */
@DisabledOnOs(OS.WINDOWS)
class ServeIT {
    private static final String DISOBEDIENT = """
            while (rows[c][0] == 0) {
                try { Thread.sleep(1000); } catch (InterruptedException e) { rows[c][0] = 0; }
            }
            """;

    private static final String NEVER_CREATED = """
            await(parameters.gate());
            while (parameters.gate().isEmpty()) {
                try { Thread.sleep(1000); } catch (InterruptedException e) { System.getProperties(); }
            }
            """;

    @TempDir
    private Path folder;

    private String pipeline = "";
    private Path plugins = Path.of("");
    private List<ServerProcess> servers = List.of();

    @BeforeEach
    void serve() throws Exception {
        BuiltTree.markAsUpToDate();
        plugins = Files.createDirectories(folder.resolve("plugins"));
        pipeline = SteadyPlugin.pipeline(folder).toString();
        SteadyPlugin.drop(plugin().jar(4), plugins);
        servers = List.of(new ServerProcess(folder, plugins, "--parallel", "2"));
    }

    @AfterEach
    void stop() throws Exception {
        for (ServerProcess server : servers) {
            server.close();
        }
    }

    private ServerProcess server() {
        return servers.get(0);
    }

    private SteadyPlugin plugin() {
        return new SteadyPlugin(folder.resolve("work"));
    }

    /** Has the pipeline wait in its measuring for a file {@code go} in this folder. */
    private static String waiting(Path gate) {
        return "steps.measured.observe.observables=[{\"kind\": \"steady\", \"gate\": \"" + gate + "\"}]";
    }

    @Test
    void aRemoteRunPrintsWritesAndEndsAsALocalOne() throws Exception {
        Command.Ended local = server().runLocally("run", pipeline, "--out", "here");
        Command.Ended remote = server().run("run", pipeline, "--out", "there", "--connect");
        assertThat(remote.code()).as(remote.err()).isZero();
        assertThat(remote.out()).isEqualTo(local.out().replace("here", "there"));
        assertThat(withoutTimes(remote.err())).isEqualTo(withoutTimes(local.err()));
        assertThat(folder.resolve("there/results.csv")).hasSameBinaryContentAs(folder.resolve("here/results.csv"));

        Command.Ended named = server().run("run", pipeline, "--quiet", "--connect");
        assertThat(named.out()).contains("rows in runs/steady/results.csv");
        assertThat(server().run("run", pipeline, "--quiet", "--connect").out())
                .contains("rows in runs/steady-2/results.csv");

        Path part = Path.of(pipeline);
        Path including = Files.writeString(
                part.resolveSibling("including.json"),
                "{\"format\": 1, \"name\": \"including\", \"include\": {\"part\": \"" + part.getFileName() + "\"}}");
        Command.Ended included = server().run("run", including.toString(), "--quiet", "--connect");
        assertThat(included.code()).as(included.err()).isZero();

        String[] mistaken = {"run", pipeline, "--set", "steps.measured.observe.observables=[\"staedy\"]"};
        Command.Ended mistakenHere = server().runLocally(mistaken);
        Command.Ended mistakenThere = server().run(mistaken[0], mistaken[1], mistaken[2], mistaken[3], "--connect");
        assertThat(mistakenThere.code()).isEqualTo(2);
        assertThat(mistakenThere.err()).isEqualTo(mistakenHere.err()).contains("did you mean \"steady\"?");

        assertThat(server().run("status").out())
                .contains(
                        "run  pipeline   state  folder",
                        "steady",
                        "done",
                        folder.resolve("there").toString())
                .contains("org.example.steady 1.0.0 ");
    }

    private static String withoutTimes(String progress) {
        return progress.replaceAll("in [0-9.]+ s", "");
    }

    @Test
    void interruptingTheClientCancelsTheRunAndNothingElse() throws Exception {
        Path gate = Files.createDirectories(folder.resolve("gate"));
        Process client = server().start("run", pipeline, "--out", "cancelled", "--connect", "--set", waiting(gate));
        ServerProcess.until("measuring", () -> Files.exists(gate.resolve("begun")));
        Command.Ended other = server().run("run", pipeline, "--quiet", "--out", "other", "--connect");
        assertThat(other.code()).as(other.err()).isZero();
        interrupt(client);
        server().untilLogged("run 1 cancelled");
        assertThat(Files.readString(folder.resolve("cancelled/run.json"))).contains("\"cancelled\"");
        assertThat(server().run("cancel", "1").err()).contains("run 1 has ended: it is cancelled");
        assertThat(server().run("cancel", "7").err()).contains("unknown run \"7\", expected one of: 1, 2");
    }

    @Test
    void aRunGoesOnWithoutItsClientAndBesideOneThatDoesNotRead() throws Exception {
        Path gate = Files.createDirectories(folder.resolve("gate"));
        Process client = server().start("run", pipeline, "--out", "alone", "--connect", "--set", waiting(gate));
        ServerProcess.until("measuring", () -> Files.exists(gate.resolve("begun")));
        client.destroyForcibly();
        Files.writeString(gate.resolve("go"), "");
        server().untilLogged("run 1 done");
        assertThat(Files.readString(folder.resolve("alone/run.json"))).contains("\"done\"");
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), port())) {
            String text =
                    Files.readString(Path.of(pipeline)).replace("\"", "\\\"").replace("\n", " ");
            silent.getOutputStream().write(("{\"token\": \"" + token() + "\"}\n").getBytes(StandardCharsets.UTF_8));
            silent.getOutputStream()
                    .write(("{\"command\": \"run\", \"file\": \"x\", \"text\": \"" + text
                                    + "\", \"settings\": [], \"base\": \"" + folder
                                    + "\", \"threads\": 1, \"executor\": \"local\"}\n")
                            .getBytes(StandardCharsets.UTF_8));
            server().untilLogged("run 2 done");
        }
    }

    @Test
    void aPluginThatDoesNotObeyLosesItsRunAndIsUsedNoMore() throws Exception {
        SteadyPlugin.drop(plugin().measuring(DISOBEDIENT), plugins);
        server().untilLogged("instead of org.example.steady 1.0.0");
        Process client = server().start("run", pipeline, "--out", "lost", "--connect", "--threads", "1");
        server().untilLogged("run 1 submitted");
        ServerProcess.until("measuring", () -> server().run("status").out().contains("measured"));
        assertThat(server().run("cancel", "1").code()).isZero();
        assertThat(client.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("client.log")))
                .contains("the thread blockspin-1 does not stop and is left behind, in the observable \"steady\" of"
                        + " org.example.steady 1.0.0 (at Steady$1.measure, line ");
        assertThat(server().log())
                .contains(
                        "org.example.steady 1.0.0 is quarantined: its observable \"steady\" of org.example.steady 1.0.0",
                        "; no new run gets it until org.example.steady.jar is replaced");
        assertThat(server().run("plugin", "list", "--connect").out())
                .contains("org.example.steady  1.0.0", "quarantined", "did not stop when its run ended");
        assertThat(server().runLocally("plugin", "list").out()).contains("serving");
        Command.Ended refused = server().run("run", pipeline, "--out", "next", "--connect");
        assertThat(refused.err()).contains("unknown observable \"steady\"");
        SteadyPlugin.drop(plugin().jar(6), plugins);
        server().untilLogged("serves new runs");
        ServerProcess.until(
                "the plugin is there again",
                () -> server().run("run", pipeline, "--quiet", "--out", "next", "--connect")
                                .code()
                        == 0);
    }

    @Test
    void aPluginThatDoesNotReturnWhileARunIsPlannedLosesItAndIsUsedNoMore() throws Exception {
        Path gate = Files.createDirectories(folder.resolve("gate"));
        SteadyPlugin.drop(plugin().creating(NEVER_CREATED), plugins);
        server().untilLogged("instead of org.example.steady 1.0.0");
        Process cancelled = server().start("run", pipeline, "--connect", "--set", waiting(gate));
        ServerProcess.until("planning", () -> Files.exists(gate.resolve("begun")));
        interrupt(cancelled);
        assertThat(Files.readString(folder.resolve("client.log"))).contains("cancelled before the run began");
        server().untilLogged("steady.json cancelled before it was submitted");

        Process hanging = server().start("run", pipeline, "--connect");
        Command.Ended other = server().run(
                        "run",
                        pipeline,
                        "--quiet",
                        "--connect",
                        "--set",
                        "steps.measured.observe.observables=[\"energy\"]");
        assertThat(other.code()).as(other.err()).isZero();
        assertThat(hanging.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(hanging.exitValue()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("client.log")))
                .contains("steady.json: the observable \"steady\" of org.example.steady 1.0.0 (at Steady.create, line ")
                .contains(") has not returned for 10 s while the pipeline was planned");
        assertThat(server().log()).contains("org.example.steady 1.0.0 is quarantined: ");
        assertThat(server().run("run", pipeline, "--connect").err()).contains("unknown observable \"steady\"");
        assertThat(server().run("status").out().lines())
                .filteredOn(line -> line.contains("steady"))
                .hasSize(1);
    }

    private static void interrupt(Process client) throws Exception {
        new ProcessBuilder("kill", "-INT", String.valueOf(client.pid())).start().waitFor();
        assertThat(client.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(client.exitValue()).isEqualTo(130);
    }

    @Test
    void whoeverDoesNotShowTheTokenIsSentAway() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                silent.add(new Socket(InetAddress.getLoopbackAddress(), port()));
            }
            assertThat(server().run("status").code()).isZero();
            for (Socket early : silent.subList(0, 60)) {
                assertThat(isClosed(early)).isTrue();
            }
            Socket slow = silent.get(99);
            ServerProcess.until("the slow one is sent away", () -> {
                try {
                    slow.getOutputStream().write(' ');
                    return isClosed(slow);
                } catch (IOException e) {
                    return true;
                }
            });
            assertThat(server().run("status").code()).isZero();
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    /** Whether nothing comes for a second but the end. */
    private static boolean isClosed(Socket socket) throws IOException {
        socket.setSoTimeout(1000);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    @Test
    void onlyItsOwnerOnThisMachineCanAskTheServer() throws Exception {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(server().state().resolve("server.json"))))
                .isEqualTo("rw-------");
        assertThat(ask("{\"token\": \"" + "0".repeat(64) + "\"}\n{\"command\": \"status\"}\n"))
                .isEqualTo("{\"error\":\"the token is wrong\"}\n");
        assertThat(ask("{\"command\": \"status\"}\n")).isEqualTo("{\"error\":\"the token is wrong\"}\n");
        assertThat(ask("{\"token\": {}}\n")).isEqualTo("{\"error\":\"the token is wrong\"}\n");
        assertThat(ask("{\"token\": \"" + token() + "\"}\n{\"command\": \"status\"}\n"))
                .isEqualTo("{\"runs\":[]}\n");
        for (NetworkInterface device : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : device.inetAddresses().toList()) {
                if (!address.isLoopbackAddress()) {
                    assertThat(answers(address)).as(address.toString()).isFalse();
                }
            }
        }
        Command.Ended second = server().run("serve");
        assertThat(second.code()).isEqualTo(2);
        assertThat(second.err()).contains("another server has the state folder");
        Command.Ended nobody = server().runLocally(
                        "status", "--state", folder.resolve("nobody").toString());
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("no server is running in ");
    }

    private boolean answers(InetAddress address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new java.net.InetSocketAddress(address, port()), 2000);
            return true;
        } catch (java.net.ConnectException | java.net.SocketTimeoutException | java.net.NoRouteToHostException e) {
            return false;
        }
    }

    private String ask(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int port() throws IOException {
        return Integer.parseInt(inState("\"port\":(\\d+)"));
    }

    private String token() throws IOException {
        return inState("\"token\":\"([0-9a-f]{64})\"");
    }

    private String inState(String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern)
                .matcher(Files.readString(server().state().resolve("server.json")));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
