package org.blockspin.pipeline.internal.models;

import java.util.Map;
import java.util.Optional;
import org.blockspin.api.SuperResolver;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;

/**
 * The extender of model variants: registers a super-resolver for each active bundle that has the header
 * {@value ModelFile#HEADER}, in the name of that bundle.
 */
@Component(
        service = {},
        immediate = true)
public final class ModelVariants {
    private final BundleTracker<Optional<ServiceRegistration<?>>> tracker;

    @Activate
    public ModelVariants(BundleContext context) {
        tracker = new BundleTracker<>(context, Bundle.ACTIVE, null) {
            @Override
            public Optional<ServiceRegistration<?>> addingBundle(Bundle bundle, BundleEvent event) {
                return Optional.ofNullable(bundle.getHeaders("").get(ModelFile.HEADER))
                        .map(name -> register(bundle, name, new ModelVariant(bundle, name)));
            }
        };
        tracker.open();
    }

    /** The framework takes it back when the bundle stops. */
    private static ServiceRegistration<?> register(Bundle bundle, String name, ModelVariant variant) {
        String description = Optional.ofNullable(bundle.getHeaders("").get(Constants.BUNDLE_DESCRIPTION))
                .orElse("");
        return bundle.getBundleContext()
                .registerService(
                        SuperResolver.class,
                        variant,
                        FrameworkUtil.asDictionary(
                                Map.of("blockspin.name", name, "blockspin.description", description)));
    }

    @Deactivate
    void close() {
        tracker.close();
    }
}
