using System.Text;
using PilotRegistry.Methodology;
using PilotRegistry.Submission.Certificates;

namespace PilotRegistry.Submission;

/// <summary>What a certificate's number is, and which lines of them are taken.</summary>
public sealed class CertificateRulesTests
{
    private const string Project = "PV320900202301A07";
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Fact]
    public void Certificates_issued_one_after_the_other_are_neighbours()
    {
        var (one, next) = (Number("000000000000120"), Number("000000000000220"));
        Assert.Equal(one.Place + 1, next.Place);
        Assert.Equal(one.Kin, next.Kin);
    }

    [Fact]
    public void No_two_numbers_share_a_place()
    {
        string[] texts = [Project + "000000000000120", Project + "000000000000121", Project + "000000000000220", "PV320900202301A08000000000000120", "0V320900202301A07000000000000120"];
        Assert.Equal(texts.Length, texts.Select(t => CertificateNumber.Parse(t)!.Place).Distinct().Count());
    }

    [Theory]
    [InlineData(" pv320900202301a07-000000000000120 ", true)]
    [InlineData("ＰＶ320900202301Ａ07000000000000120", true)]
    [InlineData("PV320900202301A0700000000000012", false)]
    [InlineData("PV320900202301A07000000000000120A", false)]
    [InlineData("PV320900202301A0700000000000012X", false)]
    [InlineData("", false)]
    public void A_number_has_32_characters_and_ends_in_digits(string text, bool is_one) => Assert.Equal(is_one, CertificateNumber.Parse(text) is not null);

    [Fact]
    public void A_million_numbers_in_a_row_are_one_range()
    {
        var lines = Enumerable.Range(1, 1000).Select(n => Range(n, n)).Append(Range(1001, 1_000_000));
        var folded = Assert.Single(CertificateRules.Fold(lines.Reverse()));
        Assert.Equal((1_000_000, Number("000000000000120").Text), (folded.Count, folded.First.Text));
    }

    [Fact]
    public void Neighbours_of_different_months_stay_apart() =>
        Assert.Equal(2, CertificateRules.Fold([Range(1, 5), Range(6, 9) with { ProductionMonth = new(2025, 4, 1) }]).Count);

    [Theory]
    [InlineData("first", "123", "not-a-certificate-number")]
    [InlineData("last", Project + "000000000000020", "not-a-range")]
    [InlineData("last", "PV320900202301A08000000000000520", "not-a-range")]
    [InlineData("productionMonth", "2025-13", "production-month")]
    [InlineData("productionMonth", "2026-04", "production-month")]
    [InlineData("cancelledOn", "2025-02-28", "cancellation-date")]
    [InlineData("cancelledOn", "2026-03-02", "cancellation-date")]
    [InlineData("beneficiary", " ", "required")]
    public void A_wrong_line_is_refused_at_its_member(string member, string value, string code)
    {
        var line = Line();
        line = member switch
        {
            "first" => line with { First = value },
            "last" => line with { Last = value },
            "productionMonth" => line with { ProductionMonth = value },
            "cancelledOn" => line with { CancelledOn = DateOnly.Parse(value, null) },
            _ => line with { Beneficiary = value }
        };
        var problems = new List<InputProblem>();

        Assert.Null(CertificateRules.Read(line, "/items/0", Today, problems));
        Assert.Contains(problems, p => p.Pointer == $"/items/0/{member}" && p.Code == code);
    }

    [Fact]
    public void Certificates_of_three_years_ago_have_expired_before_they_were_cancelled()
    {
        var problems = new List<InputProblem>();
        CertificateRules.Read(Line() with { ProductionMonth = "2023-01" }, "", Today, problems);
        Assert.Equal("cancellation-date", Assert.Single(problems).Code);
    }

    [Fact]
    public async Task A_file_as_platforms_export_it_is_read_in_either_encoding()
    {
        var text = $"""
            绿证编码,取得方式,电量生产年月,受益方,核销日期,能源类型
            ="{Number(1)}",绿证交易,2025年3月,演示园区,2025-06-30,风电
            "{Number(2)}",绿证交易,202503,演示园区,2025/6/30,风电
            {Number(3)},绿证交易,2025-03,演示园区,2025-06-30 10:00:00,风电
            """;
        foreach (var encoding in new[] { new UTF8Encoding(true), CodePagesEncodingProvider.Instance.GetEncoding("GB18030")! })
        {
            using var file = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
            var (ranges, problems) = await CertificateFile.ReadAsync(file, Today, default);
            Assert.Empty(problems);
            Assert.Equal(Range(1, 3) with { Beneficiary = "演示园区" }, Assert.Single(ranges));
        }
    }

    [Fact]
    public async Task A_file_names_every_wrong_row()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"""
            绿证编码,取得方式,电量生产年月,受益方,核销日期,能源类型
            {Number(1)},借来的,2025-03,演示园区,2025-06-30,风电
            123,绿证,2025-03,演示园区,2025-06-30,核电
            {Number(3)},绿证,2025-03,演示园区,昨天,风电
            """));
        var (ranges, problems) = await CertificateFile.ReadAsync(file, Today, default);
        Assert.Empty(ranges);
        Assert.Equal(["/rows/2/kind", "/rows/3/source", "/rows/4/cancelledOn"], problems.Select(p => p.Pointer));
    }

    [Fact]
    public async Task A_file_without_the_headings_is_refused_with_the_headings()
    {
        using var file = new MemoryStream("编码,月份\n1,2"u8.ToArray());
        var (_, problems) = await CertificateFile.ReadAsync(file, Today, default);
        Assert.All(problems, p => Assert.Equal(("/rows/1", "heading-missing"), (p.Pointer, p.Code)));
        Assert.Equal(6, problems.Count);
    }

    private static CertificateLine Line() => new(
        Number(1).Text, null, CertificateKind.Certificate, "2025-03", "演示园区", new(2025, 6, 30), EnergySource.Wind);

    private static CertificateRange Range(long first, long last) => new(
        Number(first), Number(last), CertificateKind.Certificate, new(2025, 3, 1), "演示园区", new(2025, 6, 30), EnergySource.Wind);

    private static CertificateNumber Number(long sequence) => Number($"{sequence:D13}20");

    private static CertificateNumber Number(string digits) => CertificateNumber.Parse(Project + digits)!;
}
