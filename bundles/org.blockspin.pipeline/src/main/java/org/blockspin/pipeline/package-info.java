/**
 * Reads, checks, plans and runs pipelines, and knows the catalogue of installed plugins. The console and whoever embeds
 * Blockspin call {@link org.blockspin.pipeline.Workbench}; nobody but this bundle implements it.
 */
@Export
@Version("1.3.0")
package org.blockspin.pipeline;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
