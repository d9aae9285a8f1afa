using MashBroker.Contracts.Letters;

namespace MashBroker.Rules;

/// <summary>In these circumstances an enquiry is made on this basis.</summary>
public sealed record LegalBasisRule(LegalBasis Basis, Circumstances When);
