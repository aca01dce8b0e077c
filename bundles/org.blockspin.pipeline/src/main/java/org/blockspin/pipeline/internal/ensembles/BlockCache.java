package org.blockspin.pipeline.internal.ensembles;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongFunction;
import org.blockspin.api.Configurations;

/**
 * Keeps the blocks that were used last, up to a number of bytes; what is dropped is computed again when asked for. Two
 * threads that ask for one block compute it once. Thread-safe.
 */
public final class BlockCache {
    private record Key(BlockEnsemble ensemble, long index) {}

    private final long capacity;
    private final Map<Key, FutureTask<Configurations>> blocks = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** Holds up to {@code capacity} bytes of blocks, and whatever is being computed. */
    public BlockCache(long capacity) {
        this.capacity = capacity;
    }

    public long capacity() {
        return capacity;
    }

    Configurations get(BlockEnsemble ensemble, long index, LongFunction<Configurations> compute) {
        Key key = new Key(ensemble, index);
        FutureTask<Configurations> task;
        boolean mine;
        synchronized (blocks) {
            FutureTask<Configurations> known = blocks.get(key);
            mine = known == null;
            task = known == null ? new FutureTask<>(() -> compute.apply(index)) : known;
            if (mine) {
                blocks.put(key, task);
            }
        }
        if (mine) {
            task.run();
            account(key, task);
        }
        return await(task);
    }

    /** Keeps a block no longer; it is computed again if it is asked for nevertheless. */
    void drop(BlockEnsemble ensemble, long index) {
        Key key = new Key(ensemble, index);
        synchronized (blocks) {
            FutureTask<Configurations> known = blocks.get(key);
            if (known != null && known.isDone()) {
                bytes -= size(await(known));
                blocks.remove(key);
            }
        }
    }

    private void account(Key key, FutureTask<Configurations> task) {
        synchronized (blocks) {
            try {
                bytes += size(task.get());
            } catch (ExecutionException | InterruptedException e) {
                blocks.remove(key);
                return;
            }
            Iterator<FutureTask<Configurations>> oldest = blocks.values().iterator();
            while (bytes > capacity && oldest.hasNext()) {
                FutureTask<Configurations> candidate = oldest.next();
                if (candidate.isDone() && candidate != task) {
                    bytes -= size(await(candidate));
                    oldest.remove();
                }
            }
        }
    }

    private static long size(Configurations block) {
        return block.words().length * (long) Long.BYTES;
    }

    private static Configurations await(FutureTask<Configurations> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a block", e);
        }
    }
}
