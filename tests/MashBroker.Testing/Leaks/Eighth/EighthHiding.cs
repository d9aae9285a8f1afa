namespace MashBroker.Testing.Leaks;

/// <summary>Whether somebody of the family hides, and in what.</summary>
internal enum EighthHiding
{
    Nobody,
    ProtectedHome,
    Refuge,
}
