/**
 * A workbench that goes on running, and how to have it run pipelines. {@link org.blockspin.server.RunServer} serves in
 * this process, {@link org.blockspin.server.RunClient} talks to one in another process of the same user; nobody but this
 * bundle implements them.
 */
@Export
@Version("1.1.0")
package org.blockspin.server;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
