/**
 * Plugin jars that are installed, replaced and removed while the workbench runs. The launcher implements
 * {@link org.blockspin.plugins.PluginFolder} and registers it as a service; a bundle that knows what plugins are registers
 * an {@link org.blockspin.plugins.Inspector}.
 */
@Export
@Version("1.0.0")
package org.blockspin.plugins;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
