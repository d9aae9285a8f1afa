using MashBroker.Sealing;

namespace MashBroker.Web.Contacts;

/// <summary>To whom the identity of a member of the public is sealed; null where the hub was given no certificate.</summary>
internal sealed record ReferrerRole(RoleSeal? Seal);
