using System.Reflection;
using MashBroker.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Web;

/// <summary>
/// The API leaves out what is null, and the commands read strictly: what may be null must be allowed to be absent, or a command
/// ends in an exception where there is nothing to tell.
/// </summary>
internal sealed class ViewShapeTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static IEnumerable<Type> Records() =>
        typeof(Faults)
            .Assembly.GetExportedTypes()
            .Where(type => type.GetMethod("<Clone>$") is not null && !type.IsAbstract);

    [Test]
    public void What_may_be_null_may_be_absent()
    {
        var demanded = Records()
            .SelectMany(type => type.GetConstructors())
            .SelectMany(constructor => constructor.GetParameters())
            .Where(parameter => !parameter.HasDefaultValue && MayBeNull(parameter))
            .Select(parameter => $"{parameter.Member.DeclaringType!.Name}.{parameter.Name}");

        Assert.That(demanded, Is.Empty, "Give them '= null', at the end.");
    }

    [Test]
    public void Records_are_looked_at() => Assert.That(Records().Count(), Is.GreaterThan(20));

    private static bool MayBeNull(ParameterInfo parameter) =>
        Nullable.GetUnderlyingType(parameter.ParameterType) is not null
        || (
            !parameter.ParameterType.IsValueType
            && Nullability.Create(parameter).WriteState is NullabilityState.Nullable
        );
}
