namespace MashBroker.Sealing.Keys;

/// <summary>Why a certificate may not be used, in a sentence that names its subject.</summary>
internal sealed record CertificateFault(SealFault Fault, string Detail);
