using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>E_process: products with default, alternative and own factors.</summary>
public sealed class ProductTests
{
    [Fact]
    public void A_default_factor_is_taken_as_is()
    {
        // 1,000 t clinker × 0.5274
        Assert.Equal(527.4m, (Year with { Products = [Product("CLK_PORTLAND", 1000)] }).Result().Emissions.Process);
    }

    [Fact]
    public void Process_carbon_is_no_energy() =>
        Assert.Equal(0m, (Year with { Products = [Product("CLK_PORTLAND", 1000)] }).Result().Energy.Tce);

    [Fact]
    public void An_alternative_factor_needs_a_basis()
    {
        // 1,000 t clinker × 0.535
        Assert.Equal(535m, (Year with { Products = [Product("CLK_PORTLAND_MEE24", 1000, basis: "national ETS")] }).Result().Emissions.Process);
        (Year with { Products = [Product("CLK_PORTLAND_MEE24", 1000)] }).IsRefused("/products/0/basis", "basis-required");
        (Year with { Products = [Product("CLK_PORTLAND_MEE24", 1000, basis: "  ")] }).IsRefused("/products/0/basis", "basis-required");
    }

    [Fact]
    public void A_balance_needs_factor_and_basis()
    {
        // 100 t ferronickel × 0.9
        Assert.Equal(90m, (Year with { Products = [Product("FA_NIFE", 100, 0.9m, "carbon in reductant less carbon in alloy")] }).Result().Emissions.Process);
        (Year with { Products = [Product("FA_NIFE", 100, basis: "b")] }).IsRefused("/products/0/factor", "balance-factor-required");
        (Year with { Products = [Product("FA_NIFE", 100, 0.9m)] }).IsRefused("/products/0/basis", "basis-required");
    }

    [Fact]
    public void An_own_factor_needs_a_basis_also_where_there_is_a_default()
    {
        Assert.Equal(500m, (Year with { Products = [Product("CLK_PORTLAND", 1000, 0.5m, "laboratory, monthly")] }).Result().Emissions.Process);
        (Year with { Products = [Product("CLK_PORTLAND", 1000, 0.5m)] }).IsRefused("/products/0/basis", "basis-required");
    }

    [Fact]
    public void Any_other_product_needs_a_name_too()
    {
        var result = (Year with { Products = [Product("OTHER_BALANCE", 100, 0.2m, "batch carbonates", "平板玻璃")] }).Result();

        Assert.Equal(20m, result.Emissions.Process);
        Assert.Equal("平板玻璃", result.Derivation.Single(step => step.Id == "process/products/0").Label.Zh);
        (Year with { Products = [Product("OTHER_BALANCE", 100, 0.2m, "batch carbonates")] }).IsRefused("/products/0/name", "name-required");
    }

    [Theory]
    [InlineData("CLK_IPCC", "CLK_PORTLAND")]
    [InlineData("AL_SODERBERG", "AL_NCSC")]
    [InlineData("STEEL_BOF_NCSC", "STEEL_BALANCE")]
    [InlineData("STEEL_BOF_IPCC", "STEEL_BALANCE")]
    public void A_factor_the_method_would_count_twice_is_refused_with_what_to_enter_instead(string code, string instead)
    {
        var data = Year with { Products = [Product(code, 1)] };
        data.IsRefused("/products/0/product", "product-refused");
        Assert.Contains(instead, Calculation.Run(data, Packs).Problems[0].Message.Zh, StringComparison.Ordinal);
        (Year with { Products = [Product(code, 1, 0.1m, "own")] }).IsRefused("/products/0/product", "product-refused");
    }

    [Fact]
    public void An_unknown_product_is_refused() =>
        (Year with { Products = [Product("GLASS", 1)] }).IsRefused("/products/0/product", "unknown-product");

    [Fact]
    public void The_published_decarburisation_figure_comes_out()
    {
        // (4.1 % − 0.248 %) × 44/12 = 0.141240 t/t, published as 0.1412
        var computed = (0.041m - 0.00248m) * 44 / 12;

        Assert.Equal(0.1412m, decimal.Round(computed, 4));
        Assert.Equal(141.2m, (Year with { Products = [Product("STEEL_DECARB", 1000, basis: "provincial guide")] }).Result().Emissions.Process);
    }

    [Fact]
    public void A_line_without_product_or_quantity_says_what_is_missing() => Assert.Equal(
        ["/products/0/product", "/products/0/quantity"],
        Calculation.Run(Year with { Products = [new()] }, Packs).Problems.Select(problem => problem.Pointer));
}
