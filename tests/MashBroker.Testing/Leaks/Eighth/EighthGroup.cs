namespace MashBroker.Testing.Leaks;

/// <summary>How a member of the public stands to the family: what may be said of one group would tell of another.</summary>
[Flags]
internal enum EighthGroup
{
    None = 0,
    Near = 1,
    Kin = 2,
    Friend = 4,
    InHouse = 8,
    Landlord = 16,
    Trade = 32,
    Club = 64,
    Gate = 128,
    Estranged = 256,
    Work = 512,
    Passer = 1024,
    Former = 2048,
}
