import type { ThemeConfig } from 'antd';

/** Ant Design in the register's own restraint; the values are those of styles/tokens.css. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0f766e',
    colorLink: '#0f766e',
    colorLinkHover: '#0b5a54',
    colorSuccess: '#1d6f42',
    colorError: '#b42318',
    colorWarning: '#b54708',
    colorInfo: '#0f766e',
    colorText: '#1f2937',
    colorTextBase: '#1f2937',
    colorTextSecondary: '#4b5563',
    colorTextDescription: '#4b5563',
    colorTextPlaceholder: '#6b7280',
    colorTextDisabled: '#6b7280',
    colorBorder: '#8a93a0',
    colorBorderSecondary: '#e2e5e9',
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
    fontSize: 14,
    borderRadius: 4,
    controlHeight: 36,
    controlOutline: 'rgba(15, 118, 110, 0.35)',
    wireframe: false,
  },
};
