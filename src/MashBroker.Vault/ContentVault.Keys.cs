using System.Globalization;
using System.Security.Cryptography;
using MashBroker.Sealing.AtRest;
using Microsoft.Data.Sqlite;

namespace MashBroker.Vault;

/// <content>Making, unwrapping and dropping keys: with the lock held, or taking it.</content>
public sealed partial class ContentVault
{
    private static string DayPurpose(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"day {day:yyyy-MM-dd}");

    private KeyId Of(string purpose)
    {
        lock (_lock)
        {
            return OfPurpose(purpose);
        }
    }

    private KeyId OfPurpose(string purpose)
    {
        if (!_byPurpose.TryGetValue(purpose, out var id))
        {
            // Another process may make it at the same time: whoever has the lock second finds it.
            id = _store.FindByPurpose(purpose) ?? _store.InOne(() => _store.FindByPurpose(purpose) ?? Make(purpose));
            _byPurpose[purpose] = id;
        }

        return id;
    }

    /// <summary>Within a change of the store.</summary>
    private KeyId Make(string? purpose)
    {
        // Read under the store's lock: after a rotation has begun, nothing is wrapped with what it replaces.
        if (_store.Generation != _wrapping.Newest)
        {
            ReadWrappingKeys();
        }

        var id = KeyId.New();
        var key = ContentKey.NewBytes();
        _store.Add(new WrappedKey(id, _wrapping.Newest, _wrapping.Wrap(id, key)), purpose, _clock.GetUtcNow());
        CryptographicOperations.ZeroMemory(key);
        return id;
    }

    private ContentKey Key(KeyId id, Cell cell)
    {
        if (_open.TryGetValue(id, out var key))
        {
            return key;
        }

        if (_store.Find(id) is not { } wrapped)
        {
            throw _store.IsDestroyed(id)
                ? new ContentErasedException(cell, id)
                : new VaultException(
                    $"The key {id} of what stands in {cell} is in no file and was not destroyed. Restore the newest backup of "
                        + $"'{_files.Keys}'."
                );
        }

        if (_open.Count >= MostOpenKeys)
        {
            CloseKeys();
        }

        var bytes = Unwrapped(wrapped);
        key = new ContentKey(id, bytes);
        CryptographicOperations.ZeroMemory(bytes);
        _open[id] = key;
        return key;
    }

    private byte[] Unwrapped(WrappedKey wrapped)
    {
        if (!_wrapping.Knows(wrapped.Generation))
        {
            // Rotated since we started.
            ReadWrappingKeys();
        }

        return _wrapping.TryUnwrap(wrapped.Generation, wrapped.Id, wrapped.Wrapped, out var key)
            ? key
            : throw new VaultException(
                $"The key {wrapped.Id} does not come out of its wrapping (generation {wrapped.Generation}). Either '{_files.Keys}' was "
                    + $"changed, or '{_files.WrappingKey}' is not its wrapping key: restore the newest copy of both."
            );
    }

    private void ReadWrappingKeys()
    {
        var newer = WrappingKeys.Load(_files.WrappingKey);
        _wrapping.Dispose();
        _wrapping = newer;
    }

    private bool EmptyLog()
    {
        lock (_lock)
        {
            return _store.EmptyLog();
        }
    }

    private void CloseKeys()
    {
        foreach (var key in _open.Values)
        {
            key.Dispose();
        }

        _open.Clear();
        _byPurpose.Clear();
    }

    private void ForgetUnused()
    {
        if (_unused.Count == 0)
        {
            return;
        }

        try
        {
            _store.InOne(() =>
            {
                while (_unused.TryDequeue(out var id))
                {
                    _store.Remove(id);
                }

                return true;
            });
        }
        catch (SqliteException)
        {
            // A key without content harms nobody; a full disk must not keep a process from stopping.
        }
    }
}
