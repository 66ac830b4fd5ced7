using PilotRegistry.Methodology;
using static PilotRegistry.Workbook.SharedColumns;

namespace PilotRegistry.Workbook;

/// <summary>The sheets of a year's workbook, in the order of the statistics forms.</summary>
internal static class YearLayout
{
    /// <summary>One layout for one reading or writing: sheets remember what they have met.</summary>
    public static IReadOnlyList<Sheet> Of(RulePack pack) =>
    [
        new FuelsSheet(pack),
        new ConversionsSheet(pack),
        new ElectricitySheet(),
        new HeatSheet(),
        new ListSheet("工业产品", "有过程排放的产品；产量含自用。自有因子须写明依据。", "products",
            Column.OneOf("product", "产品", Varieties.Products(pack), 46), Column.Number("quantity", "产量（t）"), Column.Number("factor", "自有因子（tCO2/单位）"),
            Column.Text("basis", "依据"), Column.Text("name", "产品名称（仅质量平衡）"), Quality, Note),
        new ListSheet("国际航空航海", "加注给国际航空和国际航海的燃料，另行填写，不含在“能源消费”中。", "bunkers",
            Column.OneOf("fuel", "能源名称", Varieties.Of(pack)), Column.Number("quantity", "数量"), Column.Number("heatValue", "实测低位热值（GJ/单位）"),
            Column.Number("factor", "实测因子（tCO2/TJ）"), Quality, Note),
        new KeyedSheet("引导性指标", "没有的项目留空；客观上不适用的在“不适用指标”表说明理由。",
        [
            new("indicators/solidWaste/generated", "工业固废产生量", "t"), new("indicators/solidWaste/utilised", "工业固废综合利用量", "t"),
            new("indicators/solidWaste/oldStockUtilised", "其中：利用往年贮存量", "t"),
            new("indicators/wasteEnergy/heat/recoverable", "余热可回收量", "tce"), new("indicators/wasteEnergy/heat/recovered", "余热已回收量", "tce"),
            new("indicators/wasteEnergy/cold/recoverable", "余冷可回收量", "tce"), new("indicators/wasteEnergy/cold/recovered", "余冷已回收量", "tce"),
            new("indicators/wasteEnergy/pressure/recoverable", "余压可回收量", "tce"), new("indicators/wasteEnergy/pressure/recovered", "余压已回收量", "tce"),
            new("indicators/water/fresh", "工业新水取用量", "m³"), new("indicators/water/reused", "工业重复用水量", "m³"),
        ]),
        new ListSheet("单位产品能耗", "与国家能耗限额标准 2 级比较；不在列表中的产品填名称，2 级值须写明标准。", "indicators/unitProducts",
            Column.OneOf("limit", "限额标准产品", Varieties.Limits(pack), 36), Column.Text("name", "产品名称（列表外）"), Column.Number("value", "单位产品能耗"),
            Column.Number("level2", "2级值（列表外）"), Column.Text("standard", "标准编号（列表外）"), Quality, Note),
        new ListSheet("不适用指标", "仅限客观上不可能适用的引导性指标，理由由评审认定。", "indicators/notApplicable",
            Column.OneOf("indicator", "指标",
            [
                new("cleanEnergy", "清洁能源消费占比"), new("unitProducts", "单位产品能耗"), new("solidWaste", "工业固废综合利用率"),
                new("wasteEnergy", "余热余冷余压利用率"), new("water", "工业用水重复利用率"),
            ], 30), Column.Text("reason", "理由", 60)),
        new KeyedSheet("计量与背景", "用于核对，不改变计算结果。",
        [
            new("context/meters/gridIn", "关口表受电量", "MWh"), new("context/meters/gridOut", "关口表送电量", "MWh"),
            new("context/meters/storageIn", "储能充电量", "MWh"), new("context/meters/storageOut", "储能放电量", "MWh"),
            new("context/valueAdded", "工业增加值", "万元"), new("context/boundaryVersion", "边界版本"), new("context/baseYear", "基准年"),
        ]),
        new ListSheet("绿电直连", "每条专线一行，按用户填写（发改能源〔2025〕650号）。", "context/directLines",
            Column.Number("availableMwh", "可用发电量（MWh）"), Column.Number("deliveredMwh", "送达电量（MWh）"), Column.Number("userConsumptionMwh", "该用户用电量（MWh）"), Note),
        new ListSheet("碳移除与抵消", "只列示，不从排放中扣减。", "context/removals",
            Column.Text("kind", "种类"), Column.Number("t", "数量（tCO2）"), Column.Text("registry", "登记机构"), Column.Text("serials", "编号"), Note),
    ];
}
