using MashBroker.Contracts.Contacts;

namespace MashBroker.Testing.Leaks;

/// <summary>A contact and one text that is about to leave the hub.</summary>
/// <param name="Sort">Which way of telling, or of telling nothing, it is: what a failing test names.</param>
public sealed record LeakCase(string Sort, Contact Contact, string Text);
