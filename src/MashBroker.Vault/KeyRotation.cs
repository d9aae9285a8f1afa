using System.Security.Cryptography;
using MashBroker.Sealing.AtRest;

namespace MashBroker.Vault;

/// <summary>
/// A new generation of the wrapping key. Content is not touched: only the wrapped keys are written again. Processes may run
/// meanwhile; they read the file again when they meet a generation they do not know.
/// </summary>
public static class KeyRotation
{
    // Few enough that a process that needs a key does not notice.
    private const int AtOnce = 500;

    /// <returns>The name of the new generation, and how many keys were wrapped with it.</returns>
    /// <exception cref="VaultException">There are no such keys, or one does not come out of its wrapping.</exception>
    public static (string Generation, int Keys) Rotate(VaultFiles files)
    {
        using var store = OpenStore(files);
        var generation = WrappingKeys.AddGeneration(files.WrappingKey);
        using var wrapping = WrappingKeys.Load(files.WrappingKey);
        // From here on no process wraps a new key with the old generation: they look at this in the change that adds the key.
        store.Generation = generation;
        var keys = 0;
        for (var some = RewrapSome(store, wrapping); some > 0; some = RewrapSome(store, wrapping))
        {
            keys += some;
        }

        store.EmptyLog();
        return (generation, keys);
    }

    /// <summary>Removes all generations but the newest from the wrapping key's file: older backups of the keys open no more.</summary>
    /// <returns>How many were removed.</returns>
    /// <exception cref="VaultException">A key is still wrapped with an older one.</exception>
    public static int Retire(VaultFiles files)
    {
        using var store = OpenStore(files);
        using var wrapping = WrappingKeys.Load(files.WrappingKey);
        if (store.Generation != wrapping.Newest || store.NotOf(wrapping.Newest, 1).Count > 0)
        {
            throw new VaultException(
                "Some keys are still wrapped with an older generation: a rotation did not end. Rotate again first; nothing was removed."
            );
        }

        WrappingKeys.RemoveAllButNewest(files.WrappingKey);
        return wrapping.Generations.Count - 1;
    }

    // A mistyped path must not make new keys, beside which the real ones keep their old wrapping.
    private static KeyStore OpenStore(VaultFiles files) =>
        File.Exists(files.Keys)
            ? new KeyStore(files.Keys)
            : throw new VaultException(
                $"There are no keys at '{files.Keys}'. Name the ledger they lie beside; nothing was changed."
            );

    private static int RewrapSome(KeyStore store, WrappingKeys wrapping) =>
        store.InOne(() =>
        {
            var keys = store.NotOf(wrapping.Newest, AtOnce);
            foreach (var wrapped in keys)
            {
                if (!wrapping.TryUnwrap(wrapped.Generation, wrapped.Id, wrapped.Wrapped, out var key))
                {
                    throw new VaultException(
                        $"The key {wrapped.Id} does not come out of its wrapping (generation {wrapped.Generation}). What was rotated "
                            + "before it stays; both generations open. Restore the newest backup of the keys, then rotate again."
                    );
                }

                store.Rewrap(new WrappedKey(wrapped.Id, wrapping.Newest, wrapping.Wrap(wrapped.Id, key)));
                CryptographicOperations.ZeroMemory(key);
            }

            return keys.Count;
        });
}
