namespace MashBroker.Rules;

/// <summary>Looks for one sort of thing that must not leave.</summary>
internal abstract class LeakSeeker
{
    public abstract IEnumerable<LeakFinding> Seek(ReadText text, string path);
}
