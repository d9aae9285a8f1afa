namespace MashBroker.Adapters.Education.Pupils;

/// <summary>What the whole export says at one moment.</summary>
internal sealed record Register(IReadOnlyList<Pupil> Pupils, IReadOnlyList<Contact> Contacts);
