using MashBroker.Sealing;

namespace MashBroker.Testing.Sealing;

/// <summary>A hub and its agencies with real keys in a folder of their own, for as long as this object lives.</summary>
public sealed class SampleParties : IDisposable
{
    private readonly Dictionary<string, PartyKeys> _keys = [];

    public SampleParties(string hub, IReadOnlyCollection<string> agencies, DateTimeOffset now)
    {
        Folder = Directory.CreateTempSubdirectory("mash-parties-").FullName;
        SamplePki.Make(Folder, hub, agencies, now);
    }

    public string Folder { get; }

    public string FolderOf(string party) => Path.Combine(Folder, party);

    /// <summary>Loaded once for each party, and disposed of with this object.</summary>
    public PartyKeys Keys(string party)
    {
        lock (_keys)
        {
            if (!_keys.TryGetValue(party, out var keys))
            {
                _keys[party] = keys = PartyKeys.Load(FolderOf(party));
            }
            return keys;
        }
    }

    public TrustRegister Register(string party) => TrustRegister.Load(FolderOf(party));

    public Sealer Sealer(string party, TimeProvider clock) => new(Keys(party), Register(party), clock);

    public Opener Opener(string party, TimeProvider clock) => new(Keys(party), Register(party), clock);

    public void Dispose()
    {
        foreach (var keys in _keys.Values)
        {
            keys.Dispose();
        }
        Directory.Delete(Folder, recursive: true);
    }
}
