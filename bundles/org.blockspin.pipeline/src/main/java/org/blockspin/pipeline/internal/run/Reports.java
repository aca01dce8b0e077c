package org.blockspin.pipeline.internal.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.blockspin.api.Report;
import org.blockspin.pipeline.InvalidRunException;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.internal.binding.Leases;
import org.blockspin.pipeline.internal.files.Reason;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Puts the documents about a run into its folder, each made by a service. */
final class Reports {
    /** A service, and the bundle that it comes from. */
    record Installed(String bundle, Report report) {}

    private final List<Installed> installed;

    Reports(List<Installed> installed) {
        this.installed = List.copyOf(installed);
    }

    /** Those that are registered now; of two that write one file, the one of higher ranking has the last word. */
    static Reports installed(BundleContext context, Leases leases) {
        List<Installed> found = new ArrayList<>();
        try {
            context.getServiceReferences(Report.class, "(objectClass=*)").stream()
                    .sorted(Comparator.<ServiceReference<?>>naturalOrder())
                    .forEach(reference -> leases.get(reference)
                            .ifPresent(report -> found.add(new Installed(name(reference), report))));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("there is no filter", e);
        }
        return new Reports(found);
    }

    private static String name(ServiceReference<?> reference) {
        return Optional.ofNullable(reference.getBundle())
                .map(Bundle::getSymbolicName)
                .orElse("a bundle that was uninstalled");
    }

    /** At the end of a run, which no report may spoil: for one that fails there is a notice instead. */
    void write(RunFolder folder, Consumer<String> notice) {
        for (Installed one : installed) {
            try {
                write(one, folder);
            } catch (InvalidRunException | RunFailedException e) {
                notice.accept(String.valueOf(e.getMessage()));
            }
        }
    }

    /** In the folder of a run that is done; says which files it wrote. */
    List<Path> writeAnew(Path path) throws InvalidRunException, RunFailedException {
        List<Path> files = new ArrayList<>();
        try (RunFolder folder = RunFolder.open(path)
                .orElseThrow(() -> new InvalidRunException(path + ": another run has this folder open"))) {
            for (Installed one : installed) {
                files.add(path.resolve(write(one, folder)));
            }
        } catch (IOException e) {
            throw new RunFailedException("the run folder " + path + " cannot be written: " + Reason.of(e), e);
        }
        return files;
    }

    /** Where a document cannot be made, no earlier one is left: it would be about something else. */
    private static String write(Installed one, RunFolder folder) throws InvalidRunException, RunFailedException {
        try {
            String name = one.report().fileName();
            folder.delete(name);
            folder.write(name, content(one.report(), name, folder.root()));
            return name;
        } catch (IOException e) {
            throw new RunFailedException("a report cannot be written: " + Reason.of(e), e);
        } catch (RuntimeException | LinkageError e) {
            throw new RunFailedException("a report cannot be made, which is a defect of " + one.bundle() + ": " + e, e);
        }
    }

    private static byte[] content(Report report, String name, Path folder) throws InvalidRunException {
        try {
            return report.make(folder);
        } catch (IOException e) {
            throw new InvalidRunException(name + " cannot be made: " + Reason.of(e), e);
        }
    }
}
