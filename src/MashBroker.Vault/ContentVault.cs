using System.Security.Cryptography;
using System.Text;
using MashBroker.Sealing.AtRest;

namespace MashBroker.Vault;

/// <summary>
/// Protects content at rest with a key of its own for each family, and opens it again until that key is destroyed. Keys are on
/// disk before anybody can protect something with them; unwrapped ones are kept in memory, a bounded number, and zeroed
/// when dropped. Several processes may use the same files.
/// </summary>
public sealed partial class ContentVault : IDisposable
{
    // 2,048 open keys are about a month of a busy hub; more are unwrapped again in microseconds.
    private const int MostOpenKeys = 2048;

    // Keys are made in advance, so that one wait for the disk serves many families.
    private const int MadeTogether = 32;

    private static readonly TimeSpan LogPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LogPause = TimeSpan.FromMilliseconds(20);

    private readonly VaultFiles _files;
    private readonly TimeProvider _clock;
    private readonly KeyStore _store;
    private readonly Lock _lock = new();
    private readonly Dictionary<KeyId, ContentKey> _open = [];
    private readonly Dictionary<string, KeyId> _byPurpose = [];
    private readonly Queue<KeyId> _unused = [];
    private WrappingKeys _wrapping;
    private byte[]? _lookupKey;
    private long _fileVersion;
    private long _destroyed;

    private ContentVault(VaultFiles files, TimeProvider clock, KeyStore store, WrappingKeys wrapping)
    {
        (_files, _clock, _store, _wrapping) = (files, clock, store, wrapping);
        _fileVersion = store.FileVersion;
        _destroyed = store.Destroyed;
    }

    /// <param name="makeWrappingKey">Where neither file holds anything yet, make the wrapping key instead of refusing.</param>
    /// <exception cref="KeyFolderException">The wrapping key is missing, readable by others or damaged.</exception>
    /// <exception cref="VaultException">The keys are readable by others, damaged, or wrapped by a key that is not there.</exception>
    public static ContentVault Open(VaultFiles files, TimeProvider clock, bool makeWrappingKey = false)
    {
        var store = new KeyStore(files.Keys);
        try
        {
            if (makeWrappingKey && store.IsNew && store.Generation is null && !File.Exists(files.WrappingKey))
            {
                WrappingKeys.Make(files.WrappingKey);
            }

            return new ContentVault(files, clock, store, Wrapping(files, store));
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>No key was ever made here. Content without keys means that the keys' file was lost.</summary>
    public bool IsNew
    {
        get
        {
            lock (_lock)
            {
                return _store.IsNew;
            }
        }
    }

    /// <summary>A key nobody has used, for one family.</summary>
    public KeyId TakeNew()
    {
        lock (_lock)
        {
            if (_unused.Count == 0)
            {
                var made = _store.InOne(() => Enumerable.Range(0, MadeTogether).Select(_ => Make(null)).ToList());
                made.ForEach(_unused.Enqueue);
            }

            return _unused.Dequeue();
        }
    }

    /// <summary>The key of what came on one day and belongs to no family: destroyed as a whole when that day's time is over.</summary>
    public KeyId OfDay(DateTimeOffset instant) => Of(DayPurpose(DateOnly.FromDateTime(instant.UtcDateTime)));

    /// <summary>The key of a day in the past; null when nothing was kept that day, or it has been destroyed.</summary>
    public KeyId? FindOfDay(DateOnly day)
    {
        lock (_lock)
        {
            return _store.FindByPurpose(DayPurpose(day));
        }
    }

    /// <summary>Keys of the days before this one that are not destroyed yet.</summary>
    public IReadOnlyList<KeyId> DaysBefore(DateOnly day)
    {
        lock (_lock)
        {
            return _store.FindDaysBefore(DayPurpose(day));
        }
    }

    /// <summary>Protects content for one cell. The same content twice gives different bytes.</summary>
    /// <exception cref="ContentErasedException">The key is destroyed: nothing may be written for this family any more.</exception>
    public byte[] Protect(KeyId key, Cell cell, ReadOnlySpan<byte> content)
    {
        lock (_lock)
        {
            return Key(key, cell).Protect(cell, content);
        }
    }

    /// <exception cref="ContentErasedException">The key is destroyed.</exception>
    /// <exception cref="VaultException">The bytes were changed or moved, or their key is lost.</exception>
    public byte[] Open(Cell cell, ReadOnlySpan<byte> kept)
    {
        if (!ContentKey.TryReadId(kept, out var id))
        {
            throw new VaultException(
                $"What stands in {cell} is not what this version keeps. Restore the last backup of the database."
            );
        }

        lock (_lock)
        {
            return Key(id, cell).TryOpen(cell, kept, out var content)
                ? content
                : throw new VaultException(
                    $"What stands in {cell} under the key {id} was changed or belongs elsewhere. Nothing of it was read. Keep the "
                        + "database for whoever looks into it, and restore the last backup."
                );
        }
    }

    /// <summary>As <see cref="Open"/>; null when the content was erased.</summary>
    public byte[]? OpenUnlessErased(Cell cell, ReadOnlySpan<byte> kept)
    {
        try
        {
            return Open(cell, kept);
        }
        catch (ContentErasedException)
        {
            return null;
        }
    }

    /// <summary>
    /// A keyed hash (HMAC-SHA-256) by which equal values are found without opening anything. Does not change when the wrapping key
    /// is rotated.
    /// </summary>
    /// <param name="kind">What sort of value: equal values of two sorts have different hashes.</param>
    public byte[] Hash(string kind, string value)
    {
        lock (_lock)
        {
            _lookupKey ??= Unwrapped(_store.Find(OfPurpose("lookups"))!);
            return HMACSHA256.HashData(_lookupKey, Encoding.UTF8.GetBytes($"{kind}\n{value}"));
        }
    }

    /// <summary>
    /// Destroys keys for good: what they protected can be read from no file, free page or log any more, nor from a backup of the
    /// content. On disk when it returns, the log of the keys' file emptied.
    /// </summary>
    /// <exception cref="VaultException">The keys are gone, but their log could not be emptied yet: call again.</exception>
    public Task DestroyAsync(IReadOnlyCollection<KeyId> keys, CancellationToken cancellation)
    {
        Destroy(keys);
        return EmptyLogAsync(cancellation);
    }

    /// <summary>The first half of <see cref="DestroyAsync"/>: from here on nothing opens. Their wrapped forms may still stand in the log.</summary>
    public void Destroy(IReadOnlyCollection<KeyId> keys)
    {
        lock (_lock)
        {
            _store.InOne(() =>
            {
                foreach (var key in keys)
                {
                    _store.Destroy(key, _clock.GetUtcNow());
                }

                return true;
            });
            CloseKeys();
        }
    }

    /// <summary>The second half: empties the log of the keys' file, in which what was deleted still stands.</summary>
    /// <exception cref="VaultException">Another process kept it from being emptied: call again.</exception>
    public async Task EmptyLogAsync(CancellationToken cancellation)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!EmptyLog())
        {
            if (TimeProvider.System.GetElapsedTime(since) > LogPatience)
            {
                throw new VaultException(
                    $"The log of '{_files.Keys}' could not be emptied: another process reads it all the time. Destroyed keys still "
                        + "stand in it. Destroy again, or stop whoever reads it."
                );
            }

            await Task.Delay(LogPause, cancellation);
        }
    }

    /// <summary>Notices what other processes destroyed. Called before each use of the database; costs microseconds.</summary>
    public void Refresh()
    {
        lock (_lock)
        {
            if (_store.FileVersion is var version && version == _fileVersion)
            {
                return;
            }

            _fileVersion = version;
            if (_store.Destroyed is var destroyed && destroyed != _destroyed)
            {
                _destroyed = destroyed;
                CloseKeys();
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            ForgetUnused();
            CloseKeys();
            CryptographicOperations.ZeroMemory(_lookupKey);
            _wrapping.Dispose();
            _store.Dispose();
        }
    }

    private static WrappingKeys Wrapping(VaultFiles files, KeyStore store)
    {
        var wrapping = WrappingKeys.Load(files.WrappingKey);
        if (store.Generation is not { } generation)
        {
            store.Generation = wrapping.Newest;
            return wrapping;
        }

        if (wrapping.Knows(generation))
        {
            return wrapping;
        }

        wrapping.Dispose();
        throw new VaultException(
            $"The keys '{files.Keys}' are wrapped with generation {generation}, which '{files.WrappingKey}' does not hold. Bring that "
                + "file back from its newest copy, or name the one that belongs to these keys."
        );
    }
}
