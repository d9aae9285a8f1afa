using System.Data;
using Dapper;
using MashBroker.Contracts;

namespace MashBroker.Ledger;

internal sealed class EnquiryReferenceText : SqlMapper.TypeHandler<EnquiryReference>
{
    public override EnquiryReference? Parse(object value) => EnquiryReference.Parse((string)value);

    public override void SetValue(IDbDataParameter parameter, EnquiryReference? value)
    {
        parameter.DbType = DbType.String;
        parameter.Value = value is null ? DBNull.Value : value.ToString();
    }
}
