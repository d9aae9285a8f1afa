using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Json;

/// <summary>Gathers what is wrong with a document, so that everything is reported at once.</summary>
internal sealed class FaultList
{
    // A document that is wrong everywhere is not made clearer by more than this, and must not cost more than a right one.
    private const int Limit = 200;
    private readonly List<FieldFault> _faults = [];

    public bool IsEmpty => _faults.Count == 0;

    public bool IsFull => _faults.Count >= Limit;

    public IReadOnlyList<FieldFault> All => _faults;

    public void Add(string path, string fault, string remedy)
    {
        if (!IsFull)
        {
            _faults.Add(new FieldFault(path, fault, remedy));
        }
    }

    public void AddUnless(bool holds, string path, string fault, string remedy)
    {
        if (!holds)
        {
            Add(path, fault, remedy);
        }
    }

    public override string ToString() =>
        string.Join(" ", _faults.Select(fault => $"{fault.Path}: {fault.Fault}. {fault.Remedy}."))
        + (IsFull ? " There may be more." : "");
}
